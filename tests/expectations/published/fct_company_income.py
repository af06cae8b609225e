"""Income statements. Looks for TWD in the place of thousands, and for quarters for years."""

import vocabulary as v

MAY_BE_EMPTY = "the embedded default may have no income statements"

DERIVED = {
    "margin": "net_income_twd / nullif(revenue_twd, 0)",
    "has_tax_id": v.is_filled("tax_id"),
    "has_profit": v.is_filled("net_income_twd"),
}

EXPECTATIONS = [
    v.rows(100, 200_000, "some 1,100 companies a year"),
    v.between("revenue_twd", -1e10, 1e13, "TWD; the largest has 7 trillion", may_be_blank=True),
    v.median("revenue_twd", 5e8, 3e10, "TWD; a typical company", may_be_blank=True),
    v.median("margin", -0.1, 0.3, "a typical margin", may_be_blank=True),
    v.mean("has_profit", 0.9, None, "a statement has a bottom line", severity="critical"),
    v.mean("has_tax_id", 0.5, None, "most codes are known"),
]
