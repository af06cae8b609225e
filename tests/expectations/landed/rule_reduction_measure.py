"""Reduction measures. Looks for steps of the briefing that are missing, and for measures that say they are from it and are not."""

import vocabulary as v

DERIVED = {
    "step": "case when level_order between 1 and 6 then level_order || ' ' || stage_code end",
    "topic": "case when level_order = 0 then replace(stage_code, 'diagnosis_', '') end",
    "items_of_diagnosis": "case when level_order = 0 then count(*) over (partition by level_order) end",
    "wrongly_free": "(is_free_diagnosis <> (level_order = 0))::integer",
    "wrong_source": """((confidence = 'seed_document') <> (source_release_key is not null)
        or (level_order = 8) <> (confidence = 'general_knowledge'))::integer""",
    "unknown_category": """(not regexp_full_match(category_codes,
        '((stationary_combustion|mobile_combustion|process|fugitive|purchased_electricity|purchased_heat|1|2|4)( |$))+'))::integer""",
}

EXPECTATIONS = [
    v.codes(
        "step",
        [
            *("1 fuel_switch", "2 equipment_replacement", "3 waste_heat_recovery"),
            *("4 energy_management", "5 system_optimisation", "6 process_improvement"),
        ],
        "the six steps of the briefing, from basic to advanced",
    ),
    v.codes(
        "topic",
        ["compressed_air", "boiler_process", "pump", "fan", "power", "air_conditioning"],
        "the six topics of the free diagnosis",
    ),
    v.between("items_of_diagnosis", 19, 19, "3 + 3 + 2 + 3 + 3 + 5 = 19 items"),
    v.between("wrongly_free", 0, 0, "the diagnosis is free, the measures are not"),
    v.between("wrong_source", 0, 0, "what is not in the briefing does not name it"),
    v.between("unknown_category", 0, 0, "measures serve categories of the inventory"),
    v.filled("source", 1, "every measure names its source"),
    v.filled("description_en", 1, "and says what is done"),
]
