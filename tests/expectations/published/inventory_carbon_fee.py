"""Fees of inventories. Looks for emissions that do not count, a rate of another scenario, and a lost deduction or cut."""

import vocabulary as v

# plant_a of 2025: 40,000 MWh x 0.466 = 18,640 t; 5,000,000 m3 x 1.8808612848 kg = 9,404.306424 t; together 28,044.306424 t
PLANT = (
    "case when input_code = 'example' and facility_id = 'plant_a' and year = 2025 and scenario_code = '{}' then {} end"
)

DERIVED = {
    "scenarios": "count(*) over (partition by input_code, organisation_id, facility_id, year)",
    "parts": "abs(scope1_tco2e + electricity_tco2e - emissions_tco2e) / greatest(1, emissions_tco2e)",
    "wrong_liability": "(is_liable <> (emissions_tco2e >= liable_from_tco2e))::integer",
    "fee_of_small": "case when not is_liable then fee_twd end",
    "chargeable_gap": """case when is_liable then abs((emissions_tco2e - deduction_tco2e) * adjustment_ratio - chargeable_tco2e)
        else chargeable_tco2e end""",
    "cut": "chargeable_tco2e * rate_twd_per_t - fee_twd",
    "broken_twd": "(fee_twd <> trunc(fee_twd))::integer",
    "wrong_begin": "(is_in_force <> (year >= 2025))::integer",
    "not_a_plan": "(needs_plan <> (scenario_code <> 'general'))::integer",
    "electricity_of_plant_a": PLANT.format("general", "electricity_tco2e"),
    "emissions_of_plant_a": PLANT.format("general", "emissions_tco2e"),
    "green_of_plant_b": """case when input_code = 'example' and facility_id = 'plant_b' and year = 2024
        then left_out_electricity_tco2e end""",
    **{
        f"fee_{code}": PLANT.format(code, "fee_twd")
        for code in ("general", "plan_a", "plan_b", "high_leakage_a", "high_leakage_b")
    },
}

EXPECTATIONS = [
    v.codes(
        "scenario_code",
        ["general", "plan_a", "plan_b", "high_leakage_a", "high_leakage_b"],
        "the general rate, two preferential rates, and both for industries of high leakage risk",
    ),
    v.between("scenarios", 5, 5, "every plant has every scenario of every year"),
    v.between("parts", 0, 2e-6, "direct emissions and electricity"),
    v.between("electricity_tco2e", 0, None, "certificates never make it less than none"),
    v.between("left_out_electricity_tco2e", 0, None, "what is left out was bought"),
    v.between("wrong_liability", 0, 0, "liable from 25,000 t on, 25,000 t included"),
    v.between("fee_of_small", 0, 0, "a plant below the threshold pays nothing"),
    v.between("chargeable_gap", 0, 0.000501, "(E - K) x coefficient, rounded to a thousandth"),
    v.between("cut", -0.01, 1.01, "cut to whole TWD"),
    v.between("broken_twd", 0, 0, "whole TWD"),
    v.between("wrong_begin", 0, 0, "the fee begins with the emissions of 2025"),
    v.between("not_a_plan", 0, 0, "every rate but the general one needs a plan"),
    v.between("electricity_of_plant_a", 18_640, 18_640, "40,000 MWh x 0.466 kg, the industrial factor the row names"),
    v.between("emissions_of_plant_a", 28_044.30642, 28_044.30643, "18,640 t and 9,404.306424 t of gas under AR5"),
    v.between("green_of_plant_b", 142.19999, 142.20001, "200 MWh wheeled and 100 MWh of certificates x 0.474 kg"),
    v.between("fee_general", 913_291, 913_291, "3,044.306 t x 300 TWD = 913,291.8"),
    v.between("fee_plan_a", 152_215, 152_215, "3,044.306 t x 50 TWD = 152,215.3"),
    v.between("fee_plan_b", 304_430, 304_430, "3,044.306 t x 100 TWD = 304,430.6"),
    v.between("fee_high_leakage_a", 280_443, 280_443, "28,044.306424 t x 0.2 = 5,608.861 t x 50 TWD = 280,443.05"),
    v.between("fee_high_leakage_b", 560_886, 560_886, "5,608.861 t x 100 TWD = 560,886.1"),
]
