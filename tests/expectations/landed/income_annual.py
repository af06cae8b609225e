"""Income statements. Looks for TWD in the place of thousands, and columns swapped or slipped."""

import vocabulary as v

DERIVED = {
    "adds_up": """(abs(revenue_twd1000 - operating_costs_twd1000 - operating_expenses_twd1000
        - operating_income_twd1000) <= 0.05 * abs(revenue_twd1000) + 2)::integer""",
    "steady": v.is_steady("revenue_twd1000", "stock_code"),
    "steady_assets": v.is_steady("total_assets_twd1000", "stock_code"),
}

EXPECTATIONS = [
    v.mean("adds_up", 0.9, None, "revenue less costs is the income", severity="critical"),
    v.mean("steady", 0.8, None, "revenue is much as the year before", severity="critical"),
    v.mean("steady_assets", 0.8, None, "and so are assets", severity="critical"),
    v.median("revenue_twd1000", 3e5, 3e7, "thousand TWD", severity="critical"),
    v.median("total_assets_twd1000", 5e5, 5e7, "thousand TWD", severity="critical"),
    v.between("year", 1990, 2100, "AD years"),
]
