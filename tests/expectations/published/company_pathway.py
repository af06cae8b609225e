"""Pathways. Looks for a national path that misses zero, targets on the wrong base, and gaps of the wrong sign."""

import vocabulary as v

LEVEL_2019 = "nullif(max(national_path_tco2e) filter (where year = 2019) over (partition by tax_id), 0)"

DERIVED = {
    "years_of_company": "count(*) over (partition by tax_id)",
    "national_2050": "case when year = 2050 then national_path_tco2e end",
    "national_less_actual_2019": "case when year = 2019 then national_path_tco2e - actual_tco2e end",
    "national_2030_ratio": f"case when year = 2030 then national_path_tco2e / {LEVEL_2019} end",
    "national_2040_ratio": f"case when year = 2040 then national_path_tco2e / {LEVEL_2019} end",
    "national_before_2019": "(year < 2019 and national_path_tco2e is not null)::integer",
    "national_step": "national_path_tco2e - lag(national_path_tco2e) over (partition by tax_id order by year)",
    "target_gap_error": "coalesce(gap_target_tco2e, 0) - coalesce(target_path_tco2e - national_path_tco2e, 0)",
    "trend_gap_error": "coalesce(gap_trend_tco2e, 0) - coalesce(trend_tco2e - national_path_tco2e, 0)",
    "target_without_boundary": "(target_path_tco2e is not null and boundary is null)::integer",
    "actual_mt_of_year": "sum(actual_tco2e) over (partition by year) / 1e6",
    # 31.82 Mt of 2007, 28 % less by 2030, then straight to zero in 2050
    "formosa_2030": "case when tax_id = '86522210' and year = 2030 then target_path_tco2e end",
    "formosa_2040": "case when tax_id = '86522210' and year = 2040 then target_path_tco2e end",
    # 22,114,806 t of its plants in 2018, 25 % less by 2030
    "china_steel_2030": "case when tax_id = '30414175' and year = 2030 then target_path_tco2e end",
    "china_steel_2024": "case when tax_id = '30414175' and year = 2024 then target_path_tco2e end",
    # the mean of 2020 to 2024, and so the trend in 2022
    "formosa_trend_gap": """case when tax_id = '86522210' and year = 2022 then trend_tco2e
        - avg(actual_tco2e) filter (where year between 2020 and 2024) over (partition by tax_id) end""",
}

EXPECTATIONS = [
    v.printed_as("tax_id", r"^\d{8}$", "a tax id has eight digits"),
    v.codes("year", range(2015, 2051), "2015 to 2050"),
    v.between("years_of_company", 36, 36, "every company has every year once"),
    v.between("national_2050", 0, 0, "net zero in 2050"),
    v.between("national_less_actual_2019", 0, 0, "the national path begins at the company's own level of 2019"),
    # 0.72 x net emissions of 2005 over those of 2019, which the editions put within 1 % of each other
    v.between("national_2030_ratio", 0.71, 0.75, "28 % below 2005 in 2030"),
    v.between("national_2040_ratio", 0.355, 0.375, "half of the level of 2030, half way to 2050"),
    v.between("national_before_2019", 0, 0, "no national path before 2019"),
    v.between("national_step", None, 0, "the national path only falls"),
    v.between("target_gap_error", -0.002, 0.002, "target less national path"),
    v.between("trend_gap_error", -0.002, 0.002, "trend less national path"),
    v.between("target_without_boundary", 0, 0, "a target path says whose emissions it starts from"),
    v.codes("boundary", ["registry", "mixed"], "base years since 2015 and before"),
    v.between("actual_tco2e", 0, 1.3e8, "the power company stays below 130 million tonnes"),
    v.between("target_path_tco2e", 0, 1.3e8, "and so does a target path"),
    v.between("trend_tco2e", 0, 1.3e8, "and a trend, which is never negative"),
    v.between("actual_mt_of_year", 90, 330, "million tonnes of a year"),
    v.median_between("actual_tco2e", 2e4, 5e6, "120,000 t over the whole registry, 1.5 million in the embedded panel"),
    v.between("formosa_2030", 22_910_399, 22_910_401, "31,820,000 t x 0.72"),
    v.between("formosa_2040", 11_455_199, 11_455_201, "half of that, half way to net zero"),
    v.between("china_steel_2030", 16_586_104, 16_586_105, "22,114,806 t x 0.75"),
    v.between("china_steel_2024", 19_350_455, 19_350_456, "half way from 2018 to 2030"),
    v.between("formosa_trend_gap", -0.01, 0.01, "a least-squares line runs through the mean of its years"),
]
