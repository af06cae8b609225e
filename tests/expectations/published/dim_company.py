"""Companies. Looks for a list that lost its market codes or names."""

import vocabulary as v

EXPECTATIONS = [
    v.rows(20, 50_000, "30 companies of the embedded panel, some 3,000 of all markets"),
    v.filled("stock_code", 0.2, "a good part is on a market"),
    v.distinct("name_zh", 0.95, "companies have names of their own"),
]
