"""Services without measures. Looks for wrong powers of ten and a level off the plan."""

import vocabulary as v

DERIVED = {
    "total_mt": "sum(tco2e) over (partition by scenario_code, year) / 1e6",
    "change_in_a_year": """tco2e / nullif(lag(tco2e) over
        (partition by scenario_code, line_code order by year), 0)""",
}

EXPECTATIONS = [
    v.between("activity_ratio", 0.5, 3, "activity relative to the first year"),
    v.between("total_mt", 10, 60, "million tonnes of the services sector"),
    v.between("change_in_a_year", 0.5, 2, "no line halves or doubles in a year"),
]
