"""Commercial energy. Looks for lost lines, a case with measures above the baseline, and a start off the plan."""

import vocabulary as v

DERIVED = {
    "lines": "count(*) over (partition by scenario_code, year)",
    "product_error": "tco2e - activity_ratio * intensity_value * factor_value / 1e3",
    "activity_2026": "case when year = 2026 then activity_ratio end",
    # with measures less baseline; AI load and 2026's fuels have none
    "measures_add": """(tco2e - max(tco2e) filter (where scenario_code = 'baseline') over (partition by line_code, year)
        > 0.001)::integer""",
    "start_error": "case when year = 2026 then carrier_less_plan_ratio end",
    "electricity_2026_twh": """case when year = 2026 and scenario_code = 'baseline' and line_code = 'electricity' then
        sum(quantity) filter (where unit_code = 'kwh') over (partition by scenario_code, year) / 1e9 end""",
    "total_mt": "sum(tco2e) over (partition by scenario_code, year) / 1e6",
}

EXPECTATIONS = [
    v.row_count(40, "two cases, four lines, five years"),
    v.between("lines", 4, 4, "four lines"),
    v.between("product_error", -0.01, 0.01, "activity x intensity x factor"),
    v.between("activity_2026", 1, 1, "2026 is 1"),
    v.between("measures_add", 0, 0, "measures never add emissions"),
    v.between("start_error", -1e-6, 1e-6, "with measures it starts at the plan"),
    v.between("carrier_less_plan_ratio", -0.02, 0.02, "and stays within 2 % of it"),
    # 52.62 TWh + 0.75189 Mt / 0.432 kg, both lines of electricity together
    v.between("electricity_2026_twh", 54.360, 54.361, "plan plus what the measures save"),
    v.between("total_mt", 24, 29, "million tonnes"),
]
