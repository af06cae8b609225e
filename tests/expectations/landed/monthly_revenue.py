"""Monthly revenue. Looks for TWD in the place of thousands, and columns swapped or slipped."""

import vocabulary as v

COLUMNS = """
    stock_code company_name industry_name revenue_twd1000 previous_month_twd1000
    same_month_last_year_twd1000 month_change_pct year_change_pct cumulated_twd1000
    cumulated_last_year_twd1000 cumulated_change_pct
"""

DERIVED = {
    **v.alive(COLUMNS),
    "month_fits": """(abs(revenue_twd1000 / nullif(previous_month_twd1000, 0) * 100 - 100
        - month_change_pct) < 0.1)::integer""",
    "year_fits": """(abs(revenue_twd1000 / nullif(same_month_last_year_twd1000, 0) * 100 - 100
        - year_change_pct) < 0.1)::integer""",
    "cumulated_fits": """(abs(cumulated_twd1000 / nullif(cumulated_last_year_twd1000, 0) * 100
        - 100 - cumulated_change_pct) < 0.1)::integer""",
    "cumulated_holds": "(cumulated_twd1000 >= revenue_twd1000)::integer",
    "negative": "(revenue_twd1000 < 0)::integer",
}

EXPECTATIONS = [
    v.mean("cumulated_fits", 0.95, None, "the change is of the two figures", severity="critical"),
    v.mean("cumulated_holds", 0.95, None, "the year holds the month", severity="critical"),
    *v.are_alive(COLUMNS),
    v.mean("month_fits", 0.95, None, "the change is of the two figures", severity="critical"),
    v.mean("year_fits", 0.95, None, "the change is of the two figures", severity="critical"),
    v.mean("negative", None, 0.05, "hardly a company has negative revenue", severity="critical"),
    # a company of the emerging board is a tenth of a listed one, TWD would be a thousand of both
    v.median("revenue_twd1000", 1e3, 5e6, "thousand TWD", severity="critical"),
]
