"""Combustion emission factors. Looks for the wrong gas, the wrong unit, and CO2 that does not fit the fuel's carbon."""

import vocabulary as v

DERIVED = {
    "co2_kg_per_tj": "case when gas_code = 'co2' then kg_per_tj end",
    "ch4_kg_per_tj": "case when gas_code = 'ch4' then kg_per_tj end",
    "n2o_kg_per_tj": "case when gas_code = 'n2o' then kg_per_tj end",
    "co2_kg_per_unit": "case when gas_code = 'co2' then kg_per_unit end",
}

EXPECTATIONS = [
    v.codes("gas_code", ["co2", "ch4", "n2o"], "combustion emits these three"),
    v.codes("use_code", ["stationary", "mobile"], "stationary and mobile combustion differ in CH4 and N2O"),
    # IPCC 2006: coke oven gas 44,400, blast furnace gas 260,000
    v.between("co2_kg_per_tj", 44_000, 260_000, "carbon of the fuel"),
    v.between("ch4_kg_per_tj", 1, 92, "IPCC 2006 defaults"),
    v.between("n2o_kg_per_tj", 0.1, 8, "IPCC 2006 defaults"),
    v.between("co2_kg_per_unit", 0.5, 3.5, "kilograms per kilogram, litre or cubic metre"),
    v.filled("source", 1, "every factor names its source"),
    v.filled("confidence", 1, "and how sure it is"),
]
