"""Electricity by end use. Looks for ratios in the place of per cent, and shares left over."""

import vocabulary as v

DERIVED = {
    "shares_left_over": "sum(share_pct) over (partition by industry_code, year) - 100",
    "machines_pct": "case when end_use_code = 'process_power' then share_pct end",
    "year_twh": "sum(electricity_kwh) over (partition by year) / 1e9",
}

EXPECTATIONS = [
    v.balanced("shares_left_over", 1, "end uses make the whole, but for rounding", mostly=0.95),
    v.between("year_twh", 50, 300, "TWh of the large users"),
    v.median("machines_pct", 35, 85, "machines take about half"),
]
