"""Potentials outside the seven gases. Looks for values of another set."""

import vocabulary as v


def of(gas: str, gwp_set: str) -> str:
    return f"case when gas_code = '{gas}' and gwp_set = '{gwp_set}' then gwp_ratio end"


DERIVED = {
    "r22_ar4": of("hcfc22", "AR4"),
    "r22_ar5": of("hcfc22", "AR5"),
    "r22_ar6": of("hcfc22", "AR6"),
    "cfc11_ar5": of("cfc11", "AR5"),
    "hfc_of_other_set": "(gas_family_code = 'hfcs' and gwp_set <> 'AR4')::integer",
    "hydrocarbon": "case when gas_code like 'hc%' and gas_code not like 'hcfc%' then gwp_ratio end",
    "potential": "gwp_ratio",
}

EXPECTATIONS = [
    v.between("r22_ar4", 1810, 1810, "IPCC 2007"),
    v.between("r22_ar5", 1760, 1760, "IPCC 2013"),
    v.between("r22_ar6", 1960, 1960, "IPCC 2021"),
    v.between("cfc11_ar5", 4660, 4660, "4,460 of the registry form is a misprint"),
    v.between("hfc_of_other_set", 0, 0, "HFCs stand here only where fac_gwp lacks AR4"),
    v.between("hydrocarbon", 0, 0, "counted 0, as in the composition values"),
    v.between("potential", 0, 20_000, "CFC-13 of AR6 is 16,200"),
    v.filled("source", 1, "every value names its source"),
]
