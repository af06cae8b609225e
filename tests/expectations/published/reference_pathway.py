"""Named pathways. Looks for a path that rises, a sum that lost a year, and the worked example."""

import vocabulary as v

DERIVED = {
    "contraction_2030": "case when path_code = 'linear_4_2' and year = 2030 then value end",
    "sum_2030": "case when path_code = 'linear_4_2' and year = 2030 then cumulative_value end",
    "step": "value - lag(value) over (partition by path_code order by year)",
}

EXPECTATIONS = [
    v.between("value", 0, None, "no pathway goes below zero"),
    v.between("step", None, 1e-9, "a reduction pathway never rises"),
    v.between("contraction_2030", 579.999, 580.001, "1000 less 4.2 % of it a year from 2020"),
    v.between("sum_2030", 7689.999, 7690.001, "ten years of it"),
]
