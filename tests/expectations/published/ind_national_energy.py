"""National indicators. Looks for series a year off, lost signs, and wrong powers of ten."""

import vocabulary as v

# A litre of oil equivalent is 37.6812e-3 GJ, GDP is in million TWD.
DERIVED = {
    "productivity_gap": "productivity_twd_per_loe / (gdp_twd1m * 37.6812e3 / energy_gj) - 1",
    "intensity_gap": "productivity_twd_per_loe * intensity_loe_per_twd1000 / 1000 - 1",
    "shrank": "(least(growth_pct_energy, growth_pct_gdp) < 0)::integer",
}
GROWTHS = ("energy", "gdp", "industrial_energy", "industrial_gdp")

EXPECTATIONS = [
    v.between("energy_gj", 1e9, 6e9, "national energy in GJ"),
    v.between("industrial_energy_gj", 5e8, 3e9, "industrial energy in GJ"),
    v.between("gdp_twd1m", 1e7, 5e7, "10 to 50 trillion TWD"),
    v.balanced("productivity_gap", 0.02, "GDP over energy of the same year"),
    v.balanced("intensity_gap", 0.02, "intensity is the inverse of productivity"),
    *[v.between(f"growth_pct_{g}", -25, 30, "a yearly growth in per cent") for g in GROWTHS],
    v.mean("shrank", 0.01, None, "in a decade something shrank once: signs are kept"),
]
