"""Company energy. Looks for figures corrected in silence, MJ in the place of GJ, and faults that nobody flags."""

import great_expectations.expectations as gxe
import vocabulary as v

PAPER = "tax_id = '34202841' and year = 2023"  # published a thousand times too large

DERIVED = {
    "year_twice": "count(*) over (partition by tax_id, year)",
    "trusted_energy_gj": "case when not is_suspect then total_energy_gj end",
    "trusted_intensity": "case when not is_suspect then energy_intensity_gj_per_twd1m end",
    "trusted_gj_per_tco2e": """case when not is_suspect
        then energy_intensity_gj_per_twd1m / nullif(emission_intensity_tco2e_per_twd1m, 0) end""",
    "intensity_error": """coalesce(energy_intensity_gj_per_twd1m, 0)
        - coalesce(total_energy_gj / nullif(revenue_twd / 1e6, 0), 0)""",
    "suspect_without_reason": """(is_suspect <> (suspect_reason is not null)
        or is_electricity_suspect <> (electricity_suspect_reason is not null))::integer""",
    "suggested_without_suspicion": """(suggested_total_energy_gj is not null and not is_suspect
        or suggested_electricity_kwh is not null and not is_electricity_suspect)::integer""",
    # a unit error is a whole power of ten, at least a hundred
    "power_of_ten": "case when is_unit_error then abs(log10(total_energy_gj / suggested_total_energy_gj)) end",
    "part_of_power": "case when is_unit_error then log10(total_energy_gj / suggested_total_energy_gj) % 1 end",
    "suspect": "is_suspect::integer",
    "electricity_suspect": "is_electricity_suspect::integer",
    "electricity_above_total": """case when not is_electricity_suspect and not is_suspect
        then electricity_kwh * 0.0036 / nullif(total_energy_gj, 0) end""",
    "intensity_without_boundary": """((emission_intensity_tco2e_per_twd1m is null)
        <> (emission_intensity_boundary_code is null))::integer""",
    "paper_energy": f"case when {PAPER} then total_energy_gj end",
    "paper_suspect": f"case when {PAPER} then is_suspect::integer end",
    "paper_unit_error": f"case when {PAPER} then is_unit_error::integer end",
    "paper_suggested": f"case when {PAPER} then suggested_total_energy_gj end",
    "formosa_energy": "case when tax_id = '86522210' and year = 2024 then total_energy_gj end",
    "formosa_intensity": "case when tax_id = '86522210' and year = 2024 then energy_intensity_gj_per_twd1m end",
    "tsmc_revenue": "case when tax_id = '22099131' and year = 2024 then revenue_twd end",
}

EXPECTATIONS = [
    v.printed_as("tax_id", r"^\d{8}$", "a tax id has eight digits"),
    v.contains("year", [2022, 2023, 2024], "the three years of the reports of 2024"),
    v.between("year_twice", 1, 1, "one row a company and year"),
    v.between("trusted_energy_gj", 1e4, 1e9, "what nobody suspects is less than a third of the nation's energy"),
    v.median_between("total_energy_gj", 3e5, 1e8, "MJ would be a thousand times as much"),
    v.between("revenue_twd", 1e8, 1e13, "TWD, not thousand TWD: TSMC sold for 2.9 trillion"),
    v.median_between("revenue_twd", 3e9, 5e11, "thousand TWD would be a thousandth"),
    v.between("trusted_intensity", 0.5, 5_000, "GJ per million TWD, from assembly to paper and cement"),
    v.median_between("trusted_gj_per_tco2e", 5, 15, "natural gas gives 18, electricity 7.6, coal 10"),
    v.between("intensity_error", -1e-6, 1e-6, "energy over revenue"),
    v.between("suspect_without_reason", 0, 0, "a suspicion says why, and a reason is a suspicion"),
    v.between("suggested_without_suspicion", 0, 0, "only what is suspect has another value"),
    v.between("power_of_ten", 2, 9, "a unit error is a factor of a hundred or more"),
    v.between("part_of_power", -1e-9, 1e-9, "and a whole power of ten"),
    gxe.ExpectColumnMeanToBeBetween(
        column="suspect", min_value=0.005, max_value=0.12, severity="warning", description="a few figures are wrong"
    ),
    gxe.ExpectColumnMeanToBeBetween(
        column="electricity_suspect",
        min_value=0.005,
        max_value=0.15,
        severity="warning",
        description="users with power stations of their own buy little of what they use",
    ),
    v.between("electricity_above_total", 0, 1.02, "electricity is a part of the energy, or suspect"),
    v.between("intensity_without_boundary", 0, 0, "an intensity across boundaries says so"),
    v.between("paper_suspect", 1, 1, "Long Chen's energy of 2023 is flagged"),
    v.between("paper_unit_error", 1, 1, "as a unit error"),
    v.between("paper_energy", 25_015_776_119, 25_015_776_121, "and kept as published"),
    v.between("paper_suggested", 25_015_776.119, 25_015_776.121, "beside a thousandth of it"),
    v.between("formosa_energy", 351_642_900, 351_642_900, "351,642,900,000 MJ, in GJ"),
    v.between("formosa_intensity", 529.7238, 529.7239, "351,642,900 GJ over 663,823.047 million TWD"),
    v.between("tsmc_revenue", 2_894_307_699_000, 2_894_307_699_000, "the consolidated revenue of 2024"),
]
