"""National indicators, with corrected years and signs."""

import great_expectations.expectations as gxe
import vocabulary as v

# A liter of oil equivalent is 37.6812e-3 GJ, GDP is in million TWD.
DERIVED = {
    "productivity_gap": "productivity_twd_per_loe / (gdp_twd1m * 37.6812e3 / energy_gj) - 1",
    "intensity_gap": "productivity_twd_per_loe * intensity_loe_per_twd1000 / 1000 - 1",
}
GROWTHS = ("energy", "gdp", "industrial_energy", "industrial_gdp")

EXPECTATIONS = [
    v.row_count(15, "2008 to 2021, and 2007 for the columns printed one year late"),
    v.codes("year", range(2007, 2022), "one row a year"),
    v.between("energy_gj", 2.5e9, 4.0e9, "national energy in GJ"),
    v.between("industrial_energy_gj", 0.8e9, 1.3e9, "industrial energy in GJ"),
    v.between("gdp_twd1m", 1.2e7, 2.5e7, "12 to 25 trillion TWD"),
    v.between("productivity_gap", -0.01, 0.01, "GDP over energy of the same year"),
    v.between("intensity_gap", -0.01, 0.01, "intensity is the inverse of productivity"),
    *[v.between(f"growth_pct_{g}", -15, 25, "a yearly growth") for g in GROWTHS],
    # In 2009 everything shrank; growth without a minus sign would be the printed fault again.
    *[
        gxe.ExpectColumnMinToBeBetween(
            column=f"growth_pct_{g}", max_value=0, severity="critical", description="signs are kept"
        )
        for g in GROWTHS
    ],
    v.filled("energy_gj", 14 / 15, "2007 has none"),
    v.filled("gdp_twd1m", 14 / 15, "2021 has none: it would be printed in the next book"),
]
