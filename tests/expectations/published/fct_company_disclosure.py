"""Disclosures. Looks for silence that became zero, MJ for GJ, ratios for per cent, and lost fields."""

import vocabulary as v


def field(code: str, tax_id: str) -> str:
    """One figure of one company for 2024, as SQL."""
    return f"case when field_code = '{code}' and tax_id = '{tax_id}' and report_year = 2024 then value_number end"


FORMOSA, CHINA_STEEL, TSMC = "86522210", "30414175", "22099131"

DERIVED = {
    "fields_of_form": """case when input_code = 'form'
        then count(*) filter (where input_code = 'form') over (partition by tax_id, report_year) end""",
    "field_twice": "count(*) over (partition by tax_id, report_year, field_no)",
    "silent_with_value": "(value_state = 'silent' and (value_number is not null or value_flag is not null))::integer",
    "flag_against_state": "(value_flag is not null and value_flag <> (value_state = 'value'))::integer",
    "number_without_state": "(value_number is not null and value_state <> 'value')::integer",
    "share_pct": "case when unit_code = 'pct' then value_number end",
    "mid_term_target_pct": "case when field_code = 'mid_term_target' then value_number end",
    "renewable_share_pct": "case when field_code = 'renewable_share' then value_number end",
    "stated_year": "case when unit_code = 'year' then value_number end",
    "pledge_year": "case when field_code = 'pledge_year' then value_number end",
    "energy_gj": "case when field_code like 'energy_20%' then value_number end",
    "electricity_kwh": "case when field_code like 'electricity_20%' then value_number end",
    "scope1_tco2e": "case when field_code = 'scope1' then value_number end",
    "scope2_tco2e": "case when field_code = 'scope2' then value_number end",
    "scope_1_and_2_unit": "case when field_no in ('9', '10') and value_number is not null then unit_code end",
    "reports": "count(distinct case when input_code = 'form' and value_state = 'value' then tax_id end) over ()",
    "formosa_target": field("mid_term_target", FORMOSA),
    "formosa_base_year": field("mid_term_base_year", FORMOSA),
    "formosa_base_year_emissions": field("base_year_emissions", FORMOSA),
    "formosa_energy": field("energy_2024", FORMOSA),
    "china_steel_target": field("mid_term_target", CHINA_STEEL),
    "tsmc_electricity": field("electricity_2024", TSMC),
    "tsmc_renewable_share": field("renewable_share", TSMC),
}

EXPECTATIONS = [
    v.printed_as("tax_id", r"^\d{8}$", "codes of readers are led to a tax id"),
    v.printed_as("field_no", r"^\d{1,3}$", "the number of a field"),
    v.codes("value_state", ["value", "no", "silent"], "all three occur"),
    v.codes("input_code", ["form", "sheet"], "both inputs are used"),
    v.contains("field_no", [str(no) for no in range(1, 58)], "the 57 fields both editions of the form have"),
    v.contains(
        "unit_code", ["gj", "kwh", "tco2e", "pct", "year", "kw", "t"], "every number is in the unit of its field"
    ),
    v.between("field_twice", 1, 1, "a field has one value"),
    v.between("fields_of_form", 57, 75, "a form is read as a whole, save what the sheet fills", mostly=0.99),
    v.between("reports", 25, 400, "25 reports in the embedded panel, 170 landed"),
    v.between("silent_with_value", 0, 0, "silence is never zero"),
    v.between("flag_against_state", 0, 0, "a no is false, an entry is true"),
    v.between("number_without_state", 0, 0, "a number is a value"),
    # one amount of 57.4 billion TWD, formatted as 5740000000000 %, is known
    v.between("share_pct", 0, 100, "per cent, not an amount", mostly=0.995),
    v.between("mid_term_target_pct", 1, 100, "0.28 on the form is 28 %"),
    v.median_between("mid_term_target_pct", 15, 45, "the national target is 28 %"),
    v.between("renewable_share_pct", 0, 100, "per cent of electricity"),
    v.between("stated_year", 1990, 2060, "years of bases, targets and pledges"),
    v.between("pledge_year", 2025, 2060, "net zero lies ahead"),
    v.between("energy_gj", 1e4, 1e9, "GJ; a third of the nation's energy would be 1e9", mostly=0.98),
    v.median_between("energy_gj", 2e5, 1e8, "MJ would be a thousand times as much"),
    v.between("electricity_kwh", 1e6, 5e10, "TSMC, the largest user, has 26 TWh"),
    v.median_between("electricity_kwh", 3e7, 5e9, "MWh would be a thousandth"),
    v.between("scope1_tco2e", 10, 1.3e8, "the power company stays below 130 million tonnes"),
    v.between("scope2_tco2e", 10, 2e7, "electricity of TSMC gives 11 million tonnes"),
    v.codes("scope_1_and_2_unit", ["tco2e"], "scopes are in tonnes"),
    v.between("formosa_target", 28, 28, "28 % by 2030"),
    v.between("formosa_base_year", 2007, 2007, "against 2007"),
    v.between("formosa_base_year_emissions", 31_820_000, 31_820_000, "with 31.82 million tonnes"),
    v.between("formosa_energy", 351_642_900, 351_642_900, "351,642,900,000 MJ, in GJ"),
    v.between("china_steel_target", 25, 25, "25 % by 2030"),
    v.between("tsmc_electricity", 21_944_000_000, 21_944_000_000, "21.9 TWh"),
    v.between("tsmc_renewable_share", 14.1, 14.1, "14.1 % renewable electricity"),
]
