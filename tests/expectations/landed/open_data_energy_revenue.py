"""Energy and revenue of the embedded panel. Looks for GJ, thousand TWD, and faults that were corrected."""

import vocabulary as v

YEARS = (2022, 2023, 2024)

DERIVED = {
    **{f"mj_{year}": f"energy_{year}_mj" for year in YEARS},
    **{f"twd_{year}": f"revenue_{year}_twd" for year in YEARS},
    **{f"mj_per_twd_{year}": f"energy_{year}_mj / revenue_{year}_twd" for year in YEARS},
    "change_of_energy": "energy_2024_mj / energy_2022_mj",
    "change_of_revenue": "revenue_2024_twd / revenue_2022_twd",
    "paper_energy": "case when company_code = '34202841' then energy_2023_mj end",
    "paper_jump": "case when company_code = '34202841' then energy_2023_mj / energy_2022_mj end",
    "formosa_energy": "case when company_code = '86522210' then energy_2024_mj end",
    "tsmc_revenue": "case when company_code = '22099131' then revenue_2024_twd end",
}

EXPECTATIONS = [
    v.row_count(30, "the 30 largest manufacturing emitters of 2024"),
    v.printed_as("company_code", r"^\d{8}$", "a tax id keeps its leading zero"),
    v.contains("company_code", ["86522210", "30414175", "22099131"], "the three largest"),
    v.between("mj_2022", 2e9, 4e11, "MJ of a large emitter"),
    v.between("mj_2023", 2e9, 4e11, "MJ of a large emitter; one is a thousand times too large", mostly=0.95),
    v.between("mj_2024", 2e9, 4e11, "MJ of a large emitter"),
    *[v.median_between(f"mj_{year}", 5e9, 6e10, "GJ would be a thousandth") for year in YEARS],
    *[v.between(f"twd_{year}", 1e9, 5e12, "TWD, not thousand TWD") for year in YEARS],
    *[v.median_between(f"twd_{year}", 3e10, 4e11, "thousand TWD would be a thousandth") for year in YEARS],
    v.between("mj_per_twd_2022", 0.01, 3, "MJ per TWD, from semiconductors to cement and paper"),
    v.between("mj_per_twd_2024", 0.01, 3, "MJ per TWD, from semiconductors to cement and paper"),
    v.between("change_of_energy", 0.5, 1.6, "no plant doubled its energy in two years"),
    v.between("change_of_revenue", 0.3, 3, "nor tripled its revenue"),
    v.filled("mj_2024", 28 / 30, "two have published no energy"),
    v.filled("twd_2024", 27 / 30, "and three no revenue"),
    v.between("paper_energy", 25_015_776_120_000, 25_015_776_120_000, "faults are kept: Long Chen in 2023"),
    v.between("paper_jump", 900, 1_200, "a thousand times the year before"),
    v.between("formosa_energy", 351_642_900_000, 351_642_900_000, "Formosa Petrochemical"),
    v.between("tsmc_revenue", 2_894_307_699_000, 2_894_307_699_000, "the consolidated revenue of 2024"),
    v.filled("source_release_key", 1, "every row names its release"),
]
