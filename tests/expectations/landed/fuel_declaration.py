"""Fuel declarations in the layout of this project. Looks for blank quantities and wrong periods."""

import vocabulary as v

EXPECTATIONS = [
    v.between("quantity", 0, 1e9, "a used quantity is not negative"),
    v.between("quarter", 1, 4, "quarters"),
    v.between("year", 1990, 2100, "AD years"),
]
