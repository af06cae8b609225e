"""Renewable demand summed. Looks for industries that do not make all companies."""

import vocabulary as v

DERIVED = {
    "share_gap": "renewable_share_pct - 100 * renewable_kwh / nullif(electricity_kwh, 0)",
    "rest": """case when industry_code = 'all_companies' then (renewable_kwh * 2
        - sum(renewable_kwh) over (partition by year, option_code))
        / greatest(1, renewable_kwh) end""",
}

EXPECTATIONS = [
    v.balanced("share_gap", 0.001, "the share follows from the sums"),
    v.balanced("rest", 1e-5, "industries add to all companies"),
    v.between("national_plan_share_pct", 1, 100, "per cent", may_be_blank=True),
]
