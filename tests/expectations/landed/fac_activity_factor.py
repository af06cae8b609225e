"""Factors of biomass, processes and others. Looks for units a thousand times off, and biogenic CO2 that would count."""

import vocabulary as v


def of(key: str) -> str:
    return f"case when factor_key = '{key}' then kg_per_unit end"


BIOMASS = """('wood', 'other_solid_biomass', 'charcoal', 'black_liquor', 'biodiesel', 'biogasoline', 'other_liquid_biofuel',
    'landfill_gas', 'sludge_gas', 'biogas', 'waste_biomass')"""

DERIVED = {
    "wood": of("ipcc_2006:stationary:wood:co2"),
    "black_liquor": of("ipcc_2006:stationary:black_liquor:co2"),
    "limestone": of("ipcc_2006:process:limestone:co2"),
    "clinker": of("ipcc_2006:process:cement_clinker:co2"),
    "septic": of("moenv_process:septic:septic_tank:ch4"),
    "petrol": of("moenv_2024-02-05:mobile:gasoline:co2"),
    "co2_of_a_tonne_of_fuel": """case when use_code = 'stationary' and gas_code = 'co2' then kg_per_unit end""",
    "wrong_biogenic": f"(is_biogenic <> (gas_code = 'co2' and item_code in {BIOMASS}))::integer",
    "named_only": "(not is_default)::integer",
    "gases_of_fuel": """case when use_code in ('stationary', 'mobile')
        then count(*) over (partition by regexp_replace(factor_key, ':[^:]*$', '')) end""",
}

EXPECTATIONS = [
    v.between("wood", 1747.2, 1747.2, "15.6 GJ/t x 112 kg/GJ"),
    v.between("black_liquor", 1124.54, 1124.54, "11.8 GJ/t x 95.3 kg/GJ"),
    v.between("limestone", 439.71, 439.71, "44.01 / 100.09 of a tonne"),
    v.between("clinker", 520, 520, "0.51 x 1.02 of a tonne"),
    v.between("septic", 3.825, 3.825, "kg of CH4 a person-year"),
    v.between("petrol", 2.18, 2.19, "kg of CO2 a litre"),
    v.between("co2_of_a_tonne_of_fuel", 600, 3500, "furnace gas to charcoal"),
    v.between("wrong_biogenic", 0, 0, "the CO2 of biomass, and nothing else, stands apart"),
    v.between("named_only", 0, 1, "two technologies of petrol cars count only by name"),
    v.between("gases_of_fuel", 3, 3, "CO2, CH4 and N2O"),
    v.filled("source", 1, "every factor names its source"),
    v.filled("source_release_key", 1, "and its release"),
]
