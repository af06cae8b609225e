"""County totals. Looks for a county that takes all or a year that lost its plants."""

import vocabulary as v

DERIVED = {"share_of_registry_year": "case when year >= 2015 then share_ratio end"}

EXPECTATIONS = [
    v.between("total_tco2e", 0, 1e8, "no county emits more than 100 million tonnes"),
    v.between("share_of_registry_year", 0, 0.5, "no county holds half of the registered emissions"),
]
