"""Pathways of the plan. Looks for mixed definitions, paths that miss the printed sum, and a fuel mix that moved."""

import vocabulary as v


def of(sector: str, year: int, value: str, kloe: str = "yearbook", definition: str = "utility_sales") -> str:
    """One row, as SQL."""
    return (
        f"case when sector_code = '{sector}' and year = {year} and kloe_code = '{kloe}'"
        f" and definition_code = '{definition}' then {value} end"
    )


DERIVED = {
    "definitions": "count(*) over (partition by sector_code, year)",
    "path_sum": """case when sector_code = 'residential_commercial' then
        sum(target_path_tco2e) over (partition by sector_code, definition_code, kloe_code) end""",
    "no_measures_error": "no_measures_tco2e - with_measures_tco2e - reduction_tco2e",
    "gap_error": "gap_tco2e - (with_measures_tco2e - target_path_tco2e)",
    "fuel_kg_per_gj": "1e3 * fuel_tco2e / fuel_gj",
    "start": of("residential_commercial", 2026, "target_path_tco2e"),
    "residential_electricity_2030": of("residential", 2030, "electricity_tco2e"),
    "residential_closing": of("residential", 2030, "round(closing_factor_kgco2e_per_kwh, 3)"),
    "commercial_closing": of("commercial", 2030, "round(closing_factor_kgco2e_per_kwh, 3)"),
    "national_2028": of("residential", 2028, "electricity_factor_kgco2e_per_kwh", "indicator", "national"),
    "printed_interpolated": "(definition_code = 'utility_sales' and is_factor_interpolated)::integer",
}

EXPECTATIONS = [
    v.row_count(60, "two sectors and both, five years, two factors, two kLOE"),
    v.between("definitions", 4, 4, "every sector and year under all four"),
    v.between("path_sum", 218_735_999, 218_736_001, "the path adds up to the printed five years"),
    v.between("start", 50_163_399, 50_163_401, "0.4 x 218.736 - 37.331 = 50.163 Mt"),
    v.between("residential_electricity_2030", 19_906_019, 19_906_021, "51.57 TWh x 0.386, above the target of 18.675"),
    v.between("residential_closing", 0.291, 0.291, "the factor that would close the gap, worked out independently"),
    v.between("commercial_closing", 0.258, 0.258, "and for services"),
    v.between("national_2028", 0.34659, 0.34661, "0.388 - 3 x 0.0138"),
    v.between("printed_interpolated", 0, 0, "what the plan prints is not interpolated"),
    v.between("no_measures_error", -0.01, 0.01, "with measures + reductions"),
    v.between("gap_error", -0.01, 0.01, "with measures less path"),
    v.between("fuel_kg_per_gj", 59, 68, "homes burn gas and LPG, services heavier oil as well"),
    v.between("with_measures_tco2e", 1.9e7, 5.5e7, "tonnes, not kilotonnes"),
]
