"""Monthly revenue. Looks for TWD in the place of thousands, and months mistaken for years."""

import vocabulary as v

MAY_BE_EMPTY = "the embedded default has no monthly revenue"

DERIVED = {
    "to_date_per_month": "cumulated_twd / nullif(revenue_twd, 0) / month(month)",
    "has_tax_id": v.is_filled("tax_id"),
}

EXPECTATIONS = [
    v.rows(500, 500_000, "some 1,000 listed companies a month"),
    v.between("revenue_twd", -1e11, 2e12, "TWD of one month"),
    v.median("revenue_twd", 3e7, 3e9, "TWD; a typical company", severity="critical"),
    v.median("to_date_per_month", 0.5, 2, "the months to date resemble this month"),
    v.mean("has_tax_id", 0.9, None, "listed companies are known", severity="critical"),
]
