"""Renewable shares of listed companies. Looks for per cent in the place of ratios."""

import vocabulary as v

COLUMNS = """
    stock_code company_name renewable_share_ratio renewable_share_text boundary
"""

DERIVED = {**v.alive(COLUMNS), "has_share": v.is_filled("renewable_share_ratio")}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.between("renewable_share_ratio", 0, 1, "a ratio, not per cent", may_be_blank=True),
    v.mean("renewable_share_ratio", 0.001, 0.6, "some electricity is renewable", may_be_blank=True),
    v.mean("has_share", 0.03, 0.99, "some companies state it", may_be_blank=True),
]
