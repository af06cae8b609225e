"""Global warming potentials. Looks for a set that lacks a gas, and values of another set or another horizon."""

import vocabulary as v

SETS = ("SAR", "TAR", "AR4", "AR5", "AR6")

DERIVED = {
    "co2": "case when gas_code = 'co2' then gwp end",
    # 100 years; over 20 years it would be 56 to 84
    "ch4": "case when gas_code = 'ch4' then gwp end",
    "n2o": "case when gas_code = 'n2o' then gwp end",
    "set_of_combustion_gas": "case when gas_code in ('co2', 'ch4', 'n2o') then gwp_set end",
    "gwp_number": "gwp",
}

EXPECTATIONS = [
    v.codes("set_of_combustion_gas", SETS, "each report has CO2, CH4 and N2O"),
    v.between("co2", 1, 1, "CO2 is the unit"),
    v.between("ch4", 21, 28, "methane over 100 years, SAR to AR6"),
    v.between("n2o", 265, 310, "nitrous oxide over 100 years, SAR to AR6"),
    v.between("gwp_number", 0.1, 26_000, "SF6 of AR6 is 25,200"),
    v.filled("source", 1, "every factor names its source"),
]
