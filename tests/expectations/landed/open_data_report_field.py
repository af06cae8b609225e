"""Report fields of the embedded panel. Looks for lost fields, figures that were corrected, and lost digits."""

import great_expectations.expectations as gxe
import vocabulary as v


def number(condition: str) -> str:
    """The figure of the fields that fulfil the condition, as SQL."""
    return f"case when {condition} then try_cast(replace(value_text, ',', '') as double) end"


def of(field_no: int, tax_id: str) -> str:
    """The text of one field of one company."""
    return f"case when field_no = '{field_no}' and company_code = '{tax_id}' then value_text end"


FLAGS = "('3', '8', '31', '32', '37', '46', '47', '48', '51', '55', '56')"

DERIVED = {
    "year_number": "report_year",
    "fields_of_report": "count(*) over (partition by company_code, report_year)",
    "flag_text": f"case when field_no in {FLAGS} then value_text end",
    "energy_mj": number("field_no in ('34', '35', '36')"),
    "electricity_kwh": number("field_no = '42'"),
    "scope_tco2e": number("field_no in ('9', '10')"),
    "base_year_emissions": number("field_no = '7'"),
    "target_ratio": number("field_no = '5'"),
    "stated_year": number("field_no in ('2', '4', '6', '49', '52')"),
    "renewable_share": "case when field_no = '43' then value_text end",
    "filled_cells": "(value_text is not null)::integer",
    "page_of_value": "case when value_text is not null and field_no in ('5', '9', '10') then page end",
    "paper_energy": number("field_no = '35' and company_code = '34202841'"),
    "formosa_base_year": of(6, "86522210"),
    "formosa_target": of(5, "86522210"),
    "china_steel_coal": number("field_no = '39' and company_code = '30414175'"),
}

EXPECTATIONS = [
    v.row_count(1425, "57 fields of 25 reports"),
    v.codes("year_number", [2024], "the reports of 2024"),
    v.codes("field_no", [str(no) for no in range(1, 58)], "the fields of the form"),
    v.between("fields_of_report", 57, 57, "every report has every field, silent or not"),
    v.printed_as("company_code", r"^\d{8}$", "a tax id keeps its leading zero"),
    v.codes("flag_text", ["TRUE", "FALSE"], "flags are yes or no"),
    v.printed_as("renewable_share", r"^\d{1,3}\.\d\d%$", "a share is printed in per cent"),
    v.between("target_ratio", 0.01, 1, "a target is printed as a ratio"),
    v.between("stated_year", 2000, 2060, "years of bases, targets and pledges"),
    v.between("energy_mj", 1e9, 1e12, "MJ, as the form asks; one figure is a thousand times too large", mostly=0.98),
    v.median_between("energy_mj", 5e9, 1e11, "the 30 largest use some 17 billion MJ each"),
    v.between("electricity_kwh", 5e7, 3e10, "kWh; TSMC has 22 billion"),
    v.between("scope_tco2e", 2e4, 3e7, "tonnes of scope 1 or 2 of a large emitter"),
    v.between("base_year_emissions", 3e5, 4e7, "tonnes of a large emitter"),
    gxe.ExpectColumnMeanToBeBetween(
        column="filled_cells",
        min_value=0.6,
        max_value=0.7,
        severity="critical",
        description="933 of 1,425 cells are filled; silence stays empty",
    ),
    v.printed_as("page_of_value", r"\d", "a target or scope names its page"),
    v.between("paper_energy", 25_015_776_120_000, 25_015_776_120_000, "faults of the readers are kept"),
    v.between(
        "china_steel_coal", 177_098_607, 177_098_607, "faults of the readers are kept: GJ in the place of tonnes"
    ),
    v.codes("formosa_base_year", ["2007"], "28 % below 2007"),
    v.codes("formosa_target", ["0.28"], "28 % below 2007"),
    v.filled("source_release_key", 1, "every cell names its release"),
]
