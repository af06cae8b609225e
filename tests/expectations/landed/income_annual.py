"""Income statements. Looks for TWD in the place of thousands, and columns swapped or slipped."""

import vocabulary as v

COLUMNS = """
    year stock_code revenue_twd1000 operating_costs_twd1000 operating_expenses_twd1000
    operating_income_twd1000 net_income_twd1000 comprehensive_income_twd1000
    total_assets_twd1000
"""

DERIVED = {
    **v.alive(COLUMNS),
    "adds_up": """(abs(revenue_twd1000 - operating_costs_twd1000 - operating_expenses_twd1000
        - operating_income_twd1000) <= 0.05 * abs(revenue_twd1000) + 2)::integer""",
    "income_of_assets": """(net_income_twd1000 between -0.5 * total_assets_twd1000
        and 0.5 * total_assets_twd1000)::integer""",
    "near_net_income": """case when net_income_twd1000 <> 0
        then (comprehensive_income_twd1000 / net_income_twd1000 between 0.2 and 3)::integer end""",
    "steady": v.is_steady("revenue_twd1000", "stock_code"),
    "steady_assets": v.is_steady("total_assets_twd1000", "stock_code"),
}

EXPECTATIONS = [
    v.mean("income_of_assets", 0.95, None, "no more than half of the assets", severity="critical"),
    v.mean("near_net_income", 0.7, None, "mostly the net income", severity="critical"),
    v.median("net_income_twd1000", 2e4, 5e6, "thousand TWD", severity="critical"),
    *v.are_alive(COLUMNS),
    v.mean("adds_up", 0.9, None, "revenue less costs is the income", severity="critical"),
    v.mean("steady", 0.8, None, "revenue is much as the year before", severity="critical"),
    v.mean("steady_assets", 0.8, None, "and so are assets", severity="critical"),
    v.median("revenue_twd1000", 3e5, 3e7, "thousand TWD", severity="critical"),
    v.median("total_assets_twd1000", 5e5, 5e7, "thousand TWD", severity="critical"),
    v.between("year", 1990, 2100, "AD years"),
]
