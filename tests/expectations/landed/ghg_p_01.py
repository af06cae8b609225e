"""Registered plants. Looks for kilograms, slipped values, lost counties and digits."""

import vocabulary as v

COLUMNS = """
    year tax_id company_name control_no county_name town_name address industry_code_raw
    industry_name co2_tco2e ch4_tco2e n2o_tco2e hfcs_tco2e pfcs_tco2e sf6_tco2e nf3_tco2e
    indirect_tco2e total_tco2e filing_cause check_flag
"""

DERIVED = {
    **v.alive(COLUMNS),
    "valid_tax_id": v.is_tax_id("tax_id"),
    "gap": """co2_tco2e + ch4_tco2e + n2o_tco2e + coalesce(hfcs_tco2e, 0)
        + coalesce(pfcs_tco2e, 0) + coalesce(sf6_tco2e, 0) + coalesce(nf3_tco2e, 0)
        + indirect_tco2e - total_tco2e""",
    "steady": v.is_steady("total_tco2e", "control_no"),
    "year_mt": """case when year >= 2015 and count(*) over () >= 1000
        then sum(total_tco2e) over (partition by year) / 1e6 end""",
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    # the open data no longer print the gases; that scopes make the total is asked while landing
    v.balanced(
        "gap", 1, "gases and indirect emissions make the total", mostly=0.98, may_be_blank=True
    ),
    v.between("total_tco2e", 0, 6e7, "tonnes of one plant"),
    v.median("total_tco2e", 2e4, 2e6, "tonnes of a typical plant", severity="critical"),
    v.mean(
        "steady",
        0.85,
        None,
        "a plant emits much as the year before",
        severity="critical",
        may_be_blank=True,
    ),
    v.between("year_mt", 150, 400, "million tonnes of a year", may_be_blank=True),
    v.mean("valid_tax_id", 0.98, None, "tax ids carry a check digit", severity="critical"),
    v.between("year", 1990, 2100, "AD years"),
]
