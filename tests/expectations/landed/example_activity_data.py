"""The example's activity data. Looks for lost worked rows; any user's rows stand elsewhere."""

import vocabulary as v

DERIVED = {
    "amount": "replace(quantity, ',', '')::double",
    "negative": "(replace(quantity, ',', '')::double < 0)::integer",
    "of_other_organisation": "(organisation_id not like 'example%')::integer",
    "factor_without_source": "(own_factor_kgco2e is not null and own_factor_source is null)::integer",
    "plant_b_gas": """case when facility_id = 'plant_b' and year = '2023' and category = 'stationary_combustion'
        then quantity::double end""",
    "plant_b_diesel": """case when facility_id = 'plant_b' and year = '2023' and category = 'mobile_combustion'
        then quantity::double end""",
}

EXPECTATIONS = [
    v.row_count(41, "rows of the example"),
    v.codes("facility_id", ["plant_a", "plant_b"], "two plants"),
    v.codes("year", ["2023", "2024", "2025", "2026"], "both editions, an announced and a missing grid factor"),
    v.between("amount", 0.5, 40_000_000, "0.5 kg of SF6 to the gas and power of a plant"),
    v.between("negative", 0, 0, "no quantity is negative"),
    v.between("of_other_organisation", 0, 0, "named as an example"),
    v.between("factor_without_source", 0, 0, "an own factor names its source"),
    v.between("plant_b_gas", 100_000, 100_000, "the worked number of gas"),
    v.between("plant_b_diesel", 10_000, 10_000, "the worked number of diesel"),
    v.codes("source_release_key", ["example_factory"], "one release"),
]
