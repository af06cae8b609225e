"""Fuel declarations. Looks for blank quantities and periods that are none."""

import vocabulary as v

DERIVED = {"filled_quantity": v.is_filled("quantity")}

EXPECTATIONS = [
    v.between("quantity", 0, 1e9, "a used quantity is not negative"),
    v.mean("filled_quantity", 0.5, None, "quantities are there", may_be_blank=True),
    v.between("quarter", 1, 4, "quarters"),
]
