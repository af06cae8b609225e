"""Disclosures. Looks for silence that became zero, MJ for GJ, and ratios for per cent."""

import vocabulary as v

DERIVED = {
    "share_pct": "case when unit_code = 'pct' then value_number end",
    "mid_term_target_pct": "case when field_code = 'mid_term_target' then value_number end",
    "stated_year": "case when unit_code = 'year' then value_number end",
    "energy_gj": "case when field_code like 'total_energy%' then value_number end",
    "electricity_kwh": "case when field_code like 'electricity%' then value_number end",
    "scope1_tco2e": "case when field_code = 'scope1' then value_number end",
    "scope2_tco2e": "case when field_code = 'scope2' then value_number end",
    "has_value": "(value_state = 'value')::integer",
}

EXPECTATIONS = [
    # one amount of 57.4 billion TWD, formatted as 5740000000000 %, is known
    v.between("share_pct", 0, 100, "per cent, not an amount", mostly=0.98),
    v.between("mid_term_target_pct", 1, 100, "28 on the form, or 0.28, is 28 %"),
    v.median("mid_term_target_pct", 10, 60, "targets lie near the national one"),
    v.between("stated_year", 1990, 2100, "years of bases, targets and pledges"),
    v.between("energy_gj", 1e3, 1e9, "GJ; 1e9 is a third of the nation's", mostly=0.95),
    v.median("energy_gj", 1e5, 1e8, "MJ would be a thousand times as much"),
    v.between("electricity_kwh", 1e5, 5e10, "kWh; nobody uses 50 TWh", mostly=0.97),
    v.median("electricity_kwh", 1e7, 5e9, "MWh would be a thousandth"),
    v.between("scope1_tco2e", 0, 1.3e8, "no company emits 130 million tonnes"),
    v.between("scope2_tco2e", 0, 3e7, "nor 30 million by its electricity"),
    v.mean("has_value", 0.2, 0.95, "reports answer much, and not all"),
]
