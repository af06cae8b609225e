"""Inventories by category. Looks for lost gases, shares that do not add up, and a mixed-up market-based figure."""

import vocabulary as v

GASES = "co2_tco2e + ch4_tco2e + n2o_tco2e + hfcs_tco2e + pfcs_tco2e + sf6_tco2e + nf3_tco2e + co2e_tco2e"
B2024 = "input_code = 'example' and facility_id = 'plant_b' and year = 2024 and category_code"

DERIVED = {
    "rows_of_category": "count(*) over (partition by input_code, organisation_id, facility_id, year, category_code)",
    "sum_of_shares": "sum(share_ratio) over (partition by input_code, organisation_id, year)",
    "lost_gas": f"(abs(tco2e - ({GASES})) > greatest(1e-4, 1e-9 * tco2e))::integer",
    "market_above": "(market_based_tco2e > tco2e + 1e-6)::integer",
    "market_of_organisation": """sum(market_based_tco2e) filter (where scope_code = 'scope2')
        over (partition by input_code, organisation_id, year)""",
    "fewer_lines_than_activities": "(line_count < activity_count)::integer",
    "wrong_grade": """(data_quality_grade_code is distinct from case when data_quality_average_count < 10 then '1'
        when data_quality_average_count < 19 then '2' when data_quality_average_count >= 19 then '3' end)::integer""",
    "score": "data_quality_average_count",
    "fluorine_of_burning": """case when category_code like '%combustion'
        then hfcs_tco2e + pfcs_tco2e + sf6_tco2e + nf3_tco2e end""",
    "example_fugitive": f"case when {B2024} = 'fugitive' then tco2e end",
    "example_outside": f"case when {B2024} = 'fugitive' then outside_tco2e end",
    "example_biogenic": f"case when {B2024} = 'stationary_combustion' then biogenic_tco2e end",
    "example_location": f"case when {B2024} = 'purchased_electricity' then tco2e end",
    "example_market": f"case when {B2024} = 'purchased_electricity' then market_based_tco2e end",
    "example_heat_score": f"case when {B2024} = 'purchased_heat' then data_quality_average_count end",
    "example_categories": "count(*) filter (where input_code = 'example') over ()",
}

EXPECTATIONS = [
    v.contains("input_code", ["example"], "the example is always there"),
    v.between("rows_of_category", 1, 1, "one row per plant, year and category"),
    v.between("sum_of_shares", 1 - 1e-9, 1 + 1e-9, "shares of an organisation and year add to 1"),
    v.between("share_ratio", 0, 1, "a share"),
    v.between("lost_gas", 0, 0, "gases add to the total"),
    v.between("market_above", 0, 0, "green electricity only lowers"),
    v.between("market_of_organisation", -1e-6, None, "and not below 0"),
    v.between("fewer_lines_than_activities", 0, 0, "an activity has a line or more"),
    v.between("wrong_grade", 0, 0, "cut at 10 and 19"),
    v.between("score", 1, 27, "a product of three classes of three"),
    v.between("fluorine_of_burning", 0, 0, "no fuel sets fluorine free"),
    v.between("example_fugitive", 74.3944, 74.3946, "19.235 + 32.6995 + 11.75 + 10.71"),
    v.between("example_outside", 8.7999, 8.8001, "5 kg of R-22"),
    v.between("example_biogenic", 87.3599, 87.3601, "50 t of wood"),
    v.between("example_location", 568.7999, 568.8001, "1,200,000 kWh x 0.474"),
    v.between("example_market", 426.5999, 426.6001, "474 less 100 MWh of certificates, wheeled power 0"),
    v.between("example_heat_score", 8, 8, "periodic 2 x internal 2 x supplier 2"),
    v.between("example_categories", 24, 24, "6 + 2 of plant_a, 3 + 12 + 1 of plant_b"),
]
