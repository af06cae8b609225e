"""Reductions of the strategies. Looks for a wrong unit and strategies that go astray."""

import vocabulary as v

DERIVED = {"year_mt": "sum(tco2e) over (partition by year) / 1e6"}

EXPECTATIONS = [
    v.between("tco2e", 0, 5e6, "a strategy saves less than 5 million tonnes a year"),
    v.between("year_mt", 0.1, 10, "all together, million tonnes a year"),
]
