"""Quick estimates. Looks for a factor of another year or unit, an average of other fuels, and places beside their bands."""

import vocabulary as v

EXAMPLE = "case when input_code = 'example' and facility_id = '{}' then {} end"

DERIVED = {
    "parts": "abs(scope1_tco2e + scope2_tco2e - total_tco2e) / greatest(1, total_tco2e)",
    "grid_factor": "case when electricity_kwh >= 1000 then scope2_tco2e * 1000 / electricity_kwh end",
    # gas to coal
    "fuel_kg_per_gj": "case when scope1_tco2e >= 1 then scope1_tco2e * 1000 / (energy_gj - 0.0036 * electricity_kwh) end",
    "wrong_threshold": "(is_at_fee_threshold <> (total_tco2e >= fee_threshold_tco2e))::integer",
    "energy_ratio_gap": "abs(energy_to_average_ratio - compared_energy_gj / average_energy_gj_per_user)",
    "average_change": "average_tco2e_per_user / average_as_published_tco2e_per_user",
    "wrong_place": """(energy_place_code <> case when energy_to_average_ratio >= 2 then 'double_and_more'
        when energy_to_average_ratio >= 1 then 'average_to_double'
        when energy_to_average_ratio >= 0.5 then 'half_to_average' else 'below_half' end)::integer""",
    "misplaced_diesel": "((diesel_kl > 0) <> coalesce(contains(flags, 'diesel_not_in_average'), false))::integer",
    "worked_electricity": EXAMPLE.format("worked_electricity", "total_tco2e"),
    "worked_gas": EXAMPLE.format("worked_gas", "total_tco2e"),
    "fee_just_below": EXAMPLE.format("fee_just_below", "is_at_fee_threshold::integer"),
    "fee_at": EXAMPLE.format("fee_at", "is_at_fee_threshold::integer"),
    "fee_just_above": EXAMPLE.format("fee_just_above", "is_at_fee_threshold::integer"),
    "paper_average": EXAMPLE.format("average_at", "average_energy_gj_per_user"),
    "at_average": EXAMPLE.format("average_at", "energy_to_average_ratio"),
    "industry_of_example": "case when input_code = 'example' then industry_code end",
    "place_of_example": "case when input_code = 'example' then energy_place_code end",
}

EXPECTATIONS = [
    v.codes("industry_of_example", v.INDUSTRIES, "the examples show every industry of the yearbook"),
    v.codes(
        "place_of_example",
        ["below_half", "half_to_average", "average_to_double", "double_and_more"],
        "and every band",
    ),
    v.between("parts", 0, 2e-6, "fuels and electricity make the total"),
    v.between("grid_factor", 0.2, 0.6, "kg of CO2e per kWh from 2008 on, falling"),
    v.between("fuel_kg_per_gj", 50, 105, "natural gas 56, coal 97 kg of CO2e per GJ"),
    v.between("wrong_threshold", 0, 0, "the hint follows the total"),
    v.between("energy_ratio_gap", 0, 1e-8, "the ratio is the plant's energy over the average"),
    v.between("average_change", 0.3, 1.3, "the average moves with the factors of the year, not with anything else"),
    v.between("wrong_place", 0, 0, "a place is the band of its ratio"),
    v.between("misplaced_diesel", 0, 0, "who burns diesel is told that the yearbook prints none"),
    v.between("electricity_share_pct", 0, 100, "a share"),
    v.between("average_year", 2021, 2021, "last data year of the yearbook"),
    v.between("worked_electricity", 474, 474, "1,000,000 kWh x 0.474 kg"),
    v.between("worked_gas", 190.60177, 190.60178, "100,000 m3 x 1.9060177946 kg under AR5"),
    v.between("fee_just_below", 0, 0, "24,999.999984 t"),
    v.between("fee_at", 1, 1, "25,000.000000 t"),
    v.between("fee_just_above", 1, 1, "25,000.000458 t"),
    v.between("paper_average", 621_739.79, 621_739.81, "1,089,000 kLOE x 37.6812 GJ over 66 users"),
    v.between("at_average", 1, 1, "16,500 kLOE of fuel oil: 15,468.75 kL"),
    v.contains("input_code", ["example"], "the examples are always there"),
]
