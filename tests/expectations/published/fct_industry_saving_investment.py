"""Benefit of savings and what they cost. Looks for amounts in the wrong unit of money."""

import vocabulary as v

EXPECTATIONS = [
    v.between("annual_benefit_twd", 1e7, 1e11, "an industry, 10 million to 100 billion"),
    v.between("investment_twd", 1e7, 1e12, "a power plant costs 100 billion"),
    v.median("annual_benefit_twd", 1e8, 1e10, "a typical industry saves around a billion a year"),
    v.median("investment_twd", 1e8, 2e10, "and invests a few times that"),
]
