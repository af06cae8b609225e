"""Declared coal by company. Looks for kilograms, and for coal counted twice."""

import vocabulary as v

MAY_BE_EMPTY = "the embedded default has no fuel declarations"

DERIVED = {"year_mt": "sum(coal_t) over (partition by year) / 1e6"}

EXPECTATIONS = [
    v.between("coal_t", 0, 3e7, "no company burns more than 30 million tonnes"),
    v.between("coal_product_t", 0, 1e7, "the largest steel works"),
    v.between("year_mt", 0, 90, "million tonnes; Taiwan imports about 60"),
    v.between("facility_count", 1, 200, "plants of one company"),
]
