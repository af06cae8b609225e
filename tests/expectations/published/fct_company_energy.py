"""Company energy. Looks for MJ in the place of GJ, and thousand TWD in the place of TWD."""

import vocabulary as v

DERIVED = {
    "trusted_energy_gj": "case when not is_suspect then total_energy_gj end",
    "trusted_intensity": "case when not is_suspect then energy_intensity_gj_per_twd1m end",
    "trusted_gj_per_tco2e": """case when not is_suspect
        then energy_intensity_gj_per_twd1m / nullif(emission_intensity_tco2e_per_twd1m, 0) end""",
    "suspect": "is_suspect::integer",
    "revenue_suspect": "is_revenue_suspect::integer",
    "electricity_share": """case when not is_electricity_suspect and not is_suspect
        then electricity_kwh * 0.0036 / nullif(total_energy_gj, 0) end""",
}

EXPECTATIONS = [
    v.between("trusted_energy_gj", 1e3, 1e9, "what nobody suspects is below 1e9 GJ"),
    v.median("total_energy_gj", 1e5, 1e8, "MJ would be a thousand times as much"),
    v.between("revenue_twd", 1e7, 2e13, "TWD, not thousand TWD"),
    v.median("revenue_twd", 2e9, 1e12, "thousand TWD would be a thousandth"),
    v.between("trusted_intensity", 0.1, 2e4, "GJ per million TWD, from assembly to cement"),
    v.median("trusted_gj_per_tco2e", 4, 18, "natural gas gives 18, electricity 7.6, coal 10"),
    v.mean("suspect", None, 0.25, "a few figures are wrong, not a quarter"),
    v.mean("revenue_suspect", None, 0.1, "codes and names of few companies contradict each other"),
    v.between("electricity_share", 0, 1.05, "electricity is a part of the energy, or suspect"),
]
