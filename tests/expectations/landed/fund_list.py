"""Funds with market values. Looks for TWD in the place of millions."""

import vocabulary as v

COLUMNS = """
    fund_code fund_name market_value_twd1m
"""

DERIVED = v.alive(COLUMNS)

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.between("market_value_twd1m", 0, 5e6, "million TWD"),
    v.median("market_value_twd1m", 20, 50_000, "million TWD", severity="critical"),
    v.distinct("fund_code", 0.95, "a code is one fund's"),
]
