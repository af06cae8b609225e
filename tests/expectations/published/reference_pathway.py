"""Named pathways. Looks for a path that rises and a sum that lost a year."""

import vocabulary as v

DERIVED = {
    "step": "value - lag(value) over (partition by path_code order by year)",
    "sum_falls": """cumulative_value - lag(cumulative_value)
        over (partition by path_code order by year)""",
}

EXPECTATIONS = [
    v.between("value", 0, None, "no pathway goes below zero"),
    v.between("step", None, 1e-9, "a reduction pathway never rises"),
    v.between("sum_falls", 0, None, "and its sum never falls"),
]
