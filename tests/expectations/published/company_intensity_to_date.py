"""Intensity to date. Looks for a unit slip in emissions, energy or revenue."""

import vocabulary as v

MAY_BE_EMPTY = "the embedded default has no monthly revenue"

DERIVED = {
    "emission_lag": "year(month) - emission_year",
    "sound_energy": "case when not is_energy_suspect then energy_intensity_gj_per_twd1m end",
}

EXPECTATIONS = [
    v.median(
        "emission_intensity_tco2e_per_twd1m", 0.3, 50, "tonnes per million TWD", may_be_blank=True
    ),
    v.between(
        "emission_intensity_tco2e_per_twd1m",
        0,
        5_000,
        "tonnes per million TWD",
        mostly=0.98,
        may_be_blank=True,
    ),
    v.median("sound_energy", 3, 1_000, "GJ per million TWD", may_be_blank=True),
    v.between("emission_lag", 0, 3, "emissions of this year or one before", may_be_blank=True),
]
