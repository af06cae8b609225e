"""County totals. Looks for a county that takes all, kilograms, and years that lost their plants."""

import vocabulary as v

DERIVED = {
    "share": "case when year >= 2015 then share_ratio end",  # before, a few plants volunteered
    "year_mt": "case when year >= 2015 then sum(total_tco2e) over (partition by year) / 1e6 end",
    "parts": "scope1_tco2e + scope2_tco2e - total_tco2e",
    "shares_left_over": "sum(share_ratio) over (partition by year) - 1",
}

EXPECTATIONS = [
    v.between("total_tco2e", 0, 1e8, "no county emits more than 100 million tonnes"),
    v.between("share", 0, 0.6, "no county holds most of the registered emissions"),
    v.between("year_mt", 60, 400, "million tonnes of the registered plants in a year"),
    v.balanced("shares_left_over", 1e-6, "the counties make the whole"),
    v.balanced("parts", 1, "direct and indirect", mostly=0.95, severity="warning"),
]
