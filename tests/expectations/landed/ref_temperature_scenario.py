"""Which scenario variable a target is compared with. Looks for a lost industry and kinds that were swapped."""

import vocabulary as v

DERIVED = {
    "isic": "case when target_kind_code = 'absolute' then scenario_key end",
    "metric": "case when target_kind_code = 'intensity' then scenario_key end",
    "scopes_of_key": "count(*) over (partition by target_kind_code, scenario_key)",
    "absolute_variable": "case when target_kind_code = 'absolute' then scenario_variable end",
    "co2_industry": """case when scenario_variable = 'Emissions|CO2|Energy and Industrial Processes' and scope_code = 'S1S2'
        then scenario_key end""",
    "co2_of_scope_3": """(scope_code = 'S3'
        and scenario_variable = 'Emissions|CO2|Energy and Industrial Processes')::integer""",
}

EXPECTATIONS = [
    v.row_count(34, "ten industries and seven metrics in two scopes"),
    v.codes(
        "isic", ["B06", "C23", "C24", "D35", "H49", "H50", "H51", "H52", "H53", "other"], "nine industries and other"
    ),
    v.codes("metric", ["Revenue", "Product", "Cement", "Oil", "Steel", "Aluminum", "Power"], "seven metrics"),
    v.between("scopes_of_key", 2, 2, "S1S2 and S3 of every key"),
    v.codes(
        "absolute_variable",
        ["Emissions|Kyoto Gases", "Emissions|CO2|Energy and Industrial Processes"],
        "absolute targets are compared with emissions",
    ),
    v.codes("co2_industry", ["C23", "C24", "D35"], "cement, metals and power"),
    v.between("co2_of_scope_3", 0, 0, "scope 3 is compared with all gases"),
    v.filled("source", 1, "every row names its source"),
]
