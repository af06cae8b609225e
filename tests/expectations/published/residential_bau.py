"""Residential emissions without measures. Looks for crossed percentiles, lost draws and a level off the plan."""

import vocabulary as v

DERIVED = {
    "crossed": """(not (p5_value <= p25_value and p25_value <= p50_value and p50_value <= p75_value
        and p75_value <= p95_value))::integer""",
    "mean_outside": "(mean_value < p25_value or mean_value > p75_value)::integer",
    "rows_of_year": "count(*) over (partition by year)",
    "emissions_mt": "case when measure_code = 'emissions' then p50_value / 1e6 end",
    # with measures 51.98 TWh, and 1.71352 Mt / 0.432 kg = 3.966 TWh that they save
    "electricity_2026_twh": "case when measure_code = 'electricity' and year = 2026 then mode_value / 1e9 end",
    # 1,731.52 thousand kLOE x 37.6812 GJ
    "fuel_2026_pj": "case when measure_code = 'fuel' and year = 2026 then mode_value / 1e6 end",
    "median_off_mode": "p50_value / mode_value - 1",
    # end uses are the whole: exact at the mode, the means to the rounding of each
    "parts_error": """sum(case measure_code when 'emissions' then mode_value when 'electricity' then 0 when 'fuel' then 0
        else -mode_value end) over (partition by year)""",
    "spread": "case when measure_code = 'emissions' then (p95_value - p5_value) / p50_value end",
}

EXPECTATIONS = [
    v.row_count(40, "five years, eight measures"),
    v.codes("year", range(2026, 2031), "the five years of the plan"),
    v.between("rows_of_year", 8, 8, "every measure every year"),
    v.between("crossed", 0, 0, "percentiles rise"),
    v.between("mean_outside", 0, 0, "the mean lies between the quartiles"),
    v.between("electricity_2026_twh", 55.946, 55.947, "calibrated to the plan plus its measures"),
    v.between("fuel_2026_pj", 65.245, 65.246, "calibrated to the plan"),
    v.between("median_off_mode", -0.03, 0.03, "the triangles are nearly symmetric"),
    v.between("parts_error", -0.5, 0.5, "end uses add up to the whole"),
    v.between("emissions_mt", 25, 30, "million tonnes"),
    v.between("spread", 0.02, 0.2, "a few per cent to either side"),
    v.between("draw_count", 1000, None, "enough draws for a percentile"),
]
