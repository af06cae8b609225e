"""Renewable demand by company. Looks for a share above one, an option that falls below today, and an option that misses its steps."""

import vocabulary as v

DERIVED = {
    "sbti_2028": "case when option_code = 'sbti_renewable_option' and year = 2028 then renewable_share_pct end",
    "sbti_2030": "case when option_code = 'sbti_renewable_option' and year >= 2030 then renewable_share_pct end",
    "kwh_gap": "renewable_kwh - electricity_kwh * renewable_share_pct / 100",
    "solar_hours": "case when solar_equivalent_mw > 0 then renewable_kwh / solar_equivalent_mw / 1000 end",
    "silent": "case when electricity_kwh is null then renewable_kwh is null and flags like '%no_electricity_figure%' end",
}

EXPECTATIONS = [
    v.between("renewable_share_pct", 0, 100, "a share"),
    v.between("sbti_2028", 92, 100, "80 % in 2025, 100 % in 2030: at least 92 % in 2028"),
    v.between("sbti_2030", 100, 100, "all of it from 2030 on"),
    v.between("kwh_gap", -1e3, 1e3, "share times electricity, the share to a millionth of a per cent"),
    v.between("solar_hours", 1249.99, 1250.01, "1,250 kWh per kW"),
    v.codes("silent", [True], "no figure, no number, and a flag"),
    v.between("grid_factor_kgco2e_per_kwh", 0.3, 0.6, "kg, not g"),
]
