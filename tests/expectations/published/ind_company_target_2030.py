"""Targets for 2030. Looks for targets on the wrong emissions, and ratios for per cent."""

import vocabulary as v

DERIVED = {"approved": "is_sbti_approved::integer"}

EXPECTATIONS = [
    v.between("stated_pct", 0.5, 100, "0.28 on the form is 28 %"),
    v.median("stated_pct", 10, 60, "targets lie near the national one"),
    v.between("base_year", 1990, 2100, "a year"),
    v.between("target_year", 2015, 2060, "a mid-term target"),
    v.between("e_base_tco2e", 100, 1.3e8, "tonnes of a company"),
    v.between("e_2019_tco2e", 100, 1.3e8, "tonnes of a company"),
    v.between("rebased_pct_2019", None, 100, "nobody takes out more than all"),
    v.median("rebased_pct_2019", 5, 60, "near the national target"),
    v.mean("approved", None, 0.8, "the SBTi has not approved nearly everybody"),
]
