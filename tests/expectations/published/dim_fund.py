"""Funds. Looks for sizes in another unit, and names that are missing."""

import vocabulary as v

DERIVED = {"size_trillion": "sum(market_value_twd) over () / 1e12"}

EXPECTATIONS = [
    v.rows(3, 5_000, "some 100 funds; a few in a small panel", severity="critical"),
    v.between("market_value_twd", 0, 3e12, "TWD of one fund", may_be_blank=True),
    v.between("size_trillion", 0.2, 30, "trillion TWD of all funds", may_be_blank=True),
    v.distinct("fund_name_zh", 0.95, "a name is one fund's"),
]
