"""Hotspots of inventories. Looks for ranks out of order, shares of another total, fees that do not follow the source, and lost measures."""

import vocabulary as v

ORGANISATION = "partition by input_code, organisation_id, year"
PLANT_A = (
    "case when input_code = 'example' and facility_id = 'plant_a' and year = 2025 and category_code = '{}' then {} end"
)

DERIVED = {
    "share_total": f"sum(share_ratio) over ({ORGANISATION})",
    "ranks": f"max(emission_rank) over ({ORGANISATION}) - count(*) over ({ORGANISATION})",
    "step_up": f"tco2e - lag(tco2e) over ({ORGANISATION} order by emission_rank)",
    "cumulated_gap": f"abs(sum(share_ratio) over ({ORGANISATION} order by emission_rank) - cumulative_share_ratio)",
    "wrong_80": "(is_in_80 <> (cumulative_share_ratio - share_ratio < 0.8 - 1e-8) and abs(cumulative_share_ratio - share_ratio - 0.8) > 1e-8)::integer",
    "share_of_80": f"sum(case when is_in_80 then share_ratio end) over ({ORGANISATION})",
    "saved_gap": "abs(fee_general_twd - fee_without_source_general_twd - fee_saved_general_twd)",
    "saved_per_tonne": "fee_saved_general_twd - 300 * fee_tco2e",
    "fee_without_a_charge": "(not counts_for_fee and (fee_saved_general_twd <> 0 or marginal_fee_twd_per_tco2e <> 0))::integer",
    "scope3_with_fee": "(scope_code = 'scope3' and counts_for_fee)::integer",
    "heat_with_fee": "(category_code = 'purchased_heat' and counts_for_fee)::integer",
    "wrong_margin": """(marginal_fee_twd_per_tco2e
        <> case when counts_for_fee and facility_fee_tco2e > 25000 then 300 else 0 end)::integer""",
    "lost_codes": "(has_measure <> (measure_codes is not null))::integer",
    "gas_switch_for_coal": """case when category_code = 'stationary_combustion' and family_code in ('coal', 'petroleum')
        then contains(measure_codes, 'fuel_switch_gas')::integer end""",
    "leak_check_for_refrigerant": """case when category_code = 'fugitive' and family_code = 'refrigerant'
        then contains(measure_codes, 'refrigerant_leak_check')::integer end""",
    "pump_for_electricity": """case when category_code = 'purchased_electricity'
        then contains(measure_codes, 'diagnosis_pump_speed')::integer end""",
    "electricity_of_plant_a": PLANT_A.format("purchased_electricity", "tco2e"),
    "saved_by_electricity": PLANT_A.format("purchased_electricity", "fee_saved_general_twd"),
    "saved_by_gas": PLANT_A.format("stationary_combustion", "fee_saved_general_twd"),
    "saved_by_gas_plan_b": PLANT_A.format("stationary_combustion", "fee_saved_plan_b_twd"),
    "worked_electricity": """case when input_code = 'example' and facility_id = 'plant_b' and year = 2024
        and activity_item_code = 'grid_electricity' then tco2e end""",
}

EXPECTATIONS = [
    v.between("share_total", 1 - 1e-6, 1 + 1e-6, "the sources make the whole"),
    v.between("ranks", 0, 0, "ranks run from 1 without a gap"),
    v.between("step_up", None, 0, "the largest first"),
    v.between("cumulated_gap", 0, 1e-6, "shares are cumulated by rank"),
    v.between("wrong_80", 0, 0, "a source is in while those before it make less than 80 %"),
    v.between("share_of_80", 0.8 - 1e-8, 1 + 1e-6, "the first sources make 80 % or more"),
    v.between("tco2e", 1e-7, None, "what emits nothing is no hotspot"),
    v.between("saved_gap", 0, 0, "with and without the source"),
    v.between("saved_per_tonne", None, 1.5, "no source saves more than its tonnes at 300 TWD"),
    v.between("fee_without_a_charge", 0, 0, "a source that does not count saves nothing"),
    v.between("scope3_with_fee", 0, 0, "scope 3 is not charged"),
    v.between("heat_with_fee", 0, 0, "steam is not charged"),
    v.between("wrong_margin", 0, 0, "300 TWD for the next tonne above 25,000 t, nothing below"),
    v.between("lost_codes", 0, 0, "measures and their codes go together"),
    v.between("gas_switch_for_coal", 1, 1, "coal and oil can be replaced by gas"),
    v.between("leak_check_for_refrigerant", 1, 1, "refrigerants leak"),
    v.between("pump_for_electricity", 1, 1, "the free diagnosis serves electricity"),
    v.filled("measures_en", 1, "every source has measures, or says that there is none"),
    v.between("electricity_of_plant_a", 18_640, 18_640, "40,000 MWh x 0.466 kg"),
    v.between("saved_by_electricity", 913_291, 913_291, "9,404.3 t stay: below 25,000 t, the whole fee is saved"),
    v.between("saved_by_gas", 913_291, 913_291, "18,640 t stay: below 25,000 t, the whole fee is saved"),
    v.between("saved_by_gas_plan_b", 304_430, 304_430, "3,044.306 t x 100 TWD"),
    v.between("worked_electricity", 474, 474, "1,000,000 kWh x 0.474 kg"),
]
