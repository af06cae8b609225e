"""Companies of a market. Looks for capital in thousands, lost digits, blank columns."""

import vocabulary as v

COLUMNS = """
    stock_code company_name short_name english_name industry_code address tax_id founded_on
    listed_on paid_in_capital_twd shares_outstanding
"""

DERIVED = {
    **v.alive(COLUMNS),
    "valid_tax_id": v.is_tax_id("tax_id"),
    "has_tax_id": v.is_filled("tax_id"),
    "twd_per_share": "paid_in_capital_twd / nullif(shares_outstanding, 0)",
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.mean("valid_tax_id", 0.98, None, "tax ids carry a check digit", severity="critical"),
    v.mean("has_tax_id", 0.9, None, "foreign issuers have none", may_be_blank=True),
    v.median("twd_per_share", 9.9, 10.1, "shares have a face value of 10 TWD", severity="critical"),
    v.median("paid_in_capital_twd", 1e8, 1e10, "TWD, not thousands", severity="critical"),
    v.filled("industry_code", 0.95, "companies have an industry"),
    v.distinct("stock_code", 0.99, "a code is one company's"),
]
