"""Goods under CBAM. Looks for kilograms in the place of tonnes, and costs out of nothing."""

import vocabulary as v

DERIVED = {
    "eur_per_tonne": "case when certificates_tco2e > 0 then cost_eur / certificates_tco2e end",
    "shares_left_over": "phase_in_pct + free_allocation_pct - 100",
    "embedded_per_tonne": "embedded_tco2e / nullif(mass_t, 0)",
}

EXPECTATIONS = [
    v.between("eur_per_tonne", 0, 400, "a certificate never cost more than 110 EUR"),
    v.balanced("shares_left_over", 1e-6, "what is not free is to be paid"),
    v.between("embedded_per_tonne", 0, 60, "aluminium of the dirtiest plant", severity="warning"),
]
