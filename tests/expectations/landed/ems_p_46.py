"""Penalties. Looks for fines in thousands and lost digits."""

import vocabulary as v

DERIVED = {"valid_tax_id": v.is_tax_id("tax_id")}

EXPECTATIONS = [
    v.between("penalty_twd", 0, 1e9, "TWD; no fine reached a thousand million", may_be_blank=True),
    v.median("penalty_twd", 1_000, 1e7, "TWD, not thousands", may_be_blank=True),
    v.mean("valid_tax_id", 0.9, None, "tax ids carry a check digit", may_be_blank=True),
]
