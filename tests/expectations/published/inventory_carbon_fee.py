"""Fees of inventories. Looks for fees without emissions and fractions of a dollar."""

import vocabulary as v

DERIVED = {
    "parts": "(scope1_tco2e + electricity_tco2e - emissions_tco2e) / greatest(1, emissions_tco2e)",
    "twd_per_tonne": "case when chargeable_tco2e > 1 then fee_twd / chargeable_tco2e end",
}

EXPECTATIONS = [
    v.balanced("parts", 1e-5, "direct emissions and electricity"),
    v.between("twd_per_tonne", 0, 5_000, "TWD per chargeable tonne", may_be_blank=True),
]
