"""Renewable demand summed. Looks for industries that do not add to all, and a national share in the wrong year."""

import vocabulary as v

DERIVED = {
    "share_again": "renewable_share_pct - 100 * renewable_kwh / electricity_kwh",
    "rest": "case when industry_code = 'all_companies' then renewable_kwh * 2"
    " - sum(renewable_kwh) over (partition by year, option_code) end",
    "plan": "case when year = 2030 then national_plan_share_pct end",
    "known": "company_count - company_without_electricity_count",
}

EXPECTATIONS = [
    v.between("share_again", -1e-4, 1e-4, "the share follows from the sums"),
    v.between("rest", -1e4, 1e4, "industries add to all companies"),
    v.between("plan", 30, 30, "the renewable share of the national plan"),
    v.between("known", 0, None, "no more companies without a figure than companies"),
]
