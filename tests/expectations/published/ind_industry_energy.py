"""Indicators of the industries. Looks for ratios in the place of per cent."""

import vocabulary as v

DERIVED = {"basis_ratio": "scope1_quantity_basis_tco2e / nullif(scope1_tco2e, 0)"}

EXPECTATIONS = [
    v.between("saving_rate_pct", 0, 20, "a yearly saving rate"),
    v.median("saving_rate_pct", 0.3, 4, "per cent, not a ratio"),
    v.between("electricity_share_pct", 1, 100, "per cent of the industry's energy"),
    v.median("electricity_share_pct", 15, 90, "per cent, not a ratio"),
    v.between("scope1_tco2e_per_user", 100, 3e7, "from an assembly plant to a power plant"),
    v.between("scope2_tco2e_per_user", 500, 1e6, "from a mill to a fab"),
    v.median("scope2_tco2e_per_user", 2e3, 2e5, "a typical large user"),
    v.between("basis_ratio", 0.8, 1.25, "fuel factors on either heating value"),
]
