"""Monthly revenue. Looks for TWD in the place of thousands, and columns swapped or slipped."""

import vocabulary as v

DERIVED = {
    "month_fits": """(abs(revenue_twd1000 / nullif(previous_month_twd1000, 0) * 100 - 100
        - month_change_pct) < 0.1)::integer""",
    "year_fits": """(abs(revenue_twd1000 / nullif(same_month_last_year_twd1000, 0) * 100 - 100
        - year_change_pct) < 0.1)::integer""",
    "negative": "(revenue_twd1000 < 0)::integer",
}

EXPECTATIONS = [
    v.mean("month_fits", 0.95, None, "the change is of the two figures", severity="critical"),
    v.mean("year_fits", 0.95, None, "the change is of the two figures", severity="critical"),
    v.mean("negative", None, 0.05, "hardly a company has negative revenue", severity="critical"),
    v.median("revenue_twd1000", 5e4, 5e6, "thousand TWD", severity="critical"),
]
