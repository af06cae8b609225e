"""Companies of all markets. Looks for capital in thousands, lost digits, blank columns."""

import vocabulary as v

COLUMNS = """
    stock_code company_name short_name tax_id paid_in_capital_twd address tax_industry_codes
    industry_code industry_name market_name
"""

DERIVED = {
    **v.alive(COLUMNS),
    "valid_tax_id": v.is_tax_id("tax_id"),
    "has_market": v.is_filled("market_name"),
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.mean("valid_tax_id", 0.98, None, "tax ids carry a check digit", severity="critical"),
    v.median("paid_in_capital_twd", 1e8, 1e10, "TWD, not thousands", severity="critical"),
    v.mean("has_market", 0.3, None, "half are on a market", may_be_blank=True),
    v.distinct("tax_id", 0.99, "a tax id is one company's"),
]
