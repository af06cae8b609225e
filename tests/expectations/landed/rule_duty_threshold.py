"""Thresholds of duties. Looks for swapped numbers, > for >=, and rules without validity."""

import vocabulary as v

THRESHOLDS = {
    "coal": 6_000,
    "fuel_oil": 6_000,
    "natural_gas": 10_000_000,
    "electricity": 800,
    "steam": 100,
    "chiller": 100,
    "coal_monthly": 1_000,
    "renewable": 5_000,
    "ghg_registration": 25_000,
    "carbon_fee": 25_000,
}

# The rules of 2018 to 2025; later ones may differ.
DERIVED = {
    **{
        f"of_{code}": f"case when threshold_code = '{code}' and valid_from_year <= 2025 then value end"
        for code in THRESHOLDS
    },
    "wrong_operator": """(operator <> case when threshold_code in ('coal_monthly', 'renewable', 'ghg_registration', 'carbon_fee') then '>=' else '>' end)
        ::integer""",
    "wrong_condition": "((condition_code = 'non_productive') is distinct from case when threshold_code = 'chiller' then true end)::integer",
    "share_pct": "obligation_pct",
    "first_year": "min(valid_from_year) over (partition by threshold_code)",
    "open_rules": "count(*) filter (where valid_to_year is null) over (partition by threshold_code)",
}

EXPECTATIONS = [
    v.codes("threshold_code", THRESHOLDS, "six of annex 2, monthly coal, renewables, emissions"),
    *[v.between(f"of_{code}", value, value, "as printed") for code, value in THRESHOLDS.items()],
    v.between("wrong_operator", 0, 0, "超過 is more than, 達 is that much"),
    v.between("wrong_condition", 0, 0, "chillers bind non-productive users alone"),
    v.between("share_pct", 10, 10, "10 % of the contract capacity"),
    v.between("first_year", 2018, 2025, "2018-01-01, renewables 2021, registration 2022, fee 2025"),
    v.between("open_rules", 1, 1, "one rule of each is in force"),
    v.filled("source", 1, "every rule names its source"),
    v.contains("confidence", ["seed_document"], "printed in the yearbook"),
]
