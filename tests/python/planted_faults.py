"""Faults that a person, a source or a change of the code can bring in, and what catches each.

Belongs here: the fault, who catches it, and the sentence that must be printed. Does not: how they
are planted (test_bad_input, test_generic_tests), nor faults of landed files and of the gate.
Run as a script, it writes tests/planted_faults.md.
"""

from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).parents[1] / "planted_faults.md"
BOOK = "seeds/energy_audit/energy_audit_2022_"
LOADER, CONTRACT = "loading the seed", "the contract of the table"


@dataclass(frozen=True)
class Fault:
    """`change` spoils `place`: text of a seed, columns of a model's rows, or a table by SQL."""

    what: str
    place: str
    change: tuple[str, str] | str
    caught_by: str
    sentence: str


# text of a seed file, and what stands there instead
SEEDS = [
    Fault(
        "a column of a seed is renamed",
        BOOK + "national_efficiency.csv",
        ("row_label,year,productivity,", "row_label,year,energy_productivity,"),
        LOADER,
        'seeds: energy_audit_2022_national_efficiency.csv, line 1, column "productivity": declared,'
        ' but missing from the header; column "energy_productivity": in the header, but not'
        " declared; the header must be table_ref,row_label,year,productivity,intensity,",
    ),
    Fault(
        "a printed number has a letter in it",
        BOOK + "fuel_use.csv",
        ("3.5-1,2021,electronics,2021,828,578,", "3.5-1,2021,electronics,2021,828,57B,"),
        "printed_numbers",
        'seeds: energy_audit_2022_fuel_use.csv, line 21 (3.5-1 2021), column "electricity": '
        '"57B" is not a printed number; valid are e.g. 578, 1,343, 584.6, 21.6%',
    ),
    Fault(
        "a printed row is missing",
        BOOK + "saving_rate.csv",
        ("3.9-4,2016,textiles,2016,1.7%,1.2%,0.0%,0.2%,1.0%,1.2%\n", ""),
        "years_complete",
        "seeds: energy_audit_2022_saving_rate.csv, table 3.9-4: the row of 2016 is missing; the"
        " table prints 2012 to 2021",
    ),
    Fault(
        "a row stands there twice",
        BOOK + "power_flow.csv",
        (
            "3.2,2013,all_users,2013,",
            "3.2,2012,all_users,2012,57.4%,11.9%,10.6%,2.1%,2.3%,4.7%,2.5%,1.4%,7.1%\n"
            "3.2,2013,all_users,2013,",
        ),
        "guard",
        "energy_audit_2022_power_flow: table_ref, row_label = 3.2, 2012 occurs 2 times, in lines"
        " 12, 13; it must be unique",
    ),
    Fault(
        "a unit is in no list",
        BOOK + "column.csv",
        (
            "3.x-3,natural_gas,節天然氣 (千立方公尺),1000m3,",
            "3.x-3,natural_gas,節天然氣 (千立方公尺),1000 m3,",
        ),
        "guard",
        'seeds: energy_audit_2022_column.csv, line 62, column "unit_code": "1000 m3" is not in'
        " ref_unit.unit_code; valid are 1000m3, ",
    ),
    Fault(
        "a printed cell is empty",
        BOOK + "audit_total.csv",
        ('3.1,平均,all_users,,"3,350",', "3.1,平均,all_users,,,"),
        "printed_numbers",
        'seeds: energy_audit_2022_audit_total.csv, line 12 (3.1 平均), column "user_count":'
        " empty, but the table prints a number here",
    ),
    Fault(
        "a factor is spelled out",
        "seeds/factors/fac_gwp.csv",
        ("AR5:n2o,n2o,n2o,AR5,265,", "AR5:n2o,n2o,n2o,AR5,two hundred,"),
        LOADER,
        "two hundred",
    ),
    Fault(
        "a field of a report has no meaning",
        "seeds/disclosures/open_data_report_field.csv",
        (
            "2024,1718,2,預計達成淨零排放／碳中和年份,",
            "2024,1718,200,預計達成淨零排放／碳中和年份,",
        ),
        "guard",
        'seeds: open_data_report_field.csv, line 3, column "field_no": "200" is not in'
        " ref_disclosure_field.field_no; valid are 1, 10, ",
    ),
    Fault(
        "letters stand for zeros",
        "seeds/disclosures/open_data_energy_revenue.csv",
        ("351642900000,", "35164290OOOO,"),
        LOADER,
        "35164290OOOO",
    ),
    Fault(
        "two rows of one rule are in force in one year",
        "seeds/rules/rule_threshold.csv",
        ("climate:2:target_2030,23,pct,2022,2023,", "climate:2:target_2030,23,pct,2022,,"),
        "thresholds_do_not_overlap",
        "seeds: rule_threshold.csv, climate:2:target_2030: the rows from 2022 and from 2024 are"
        " both in force in 2024; end the first with valid_to_year 2023",
    ),
    Fault(
        "a correction names no known reason",
        "seeds/energy_audit/cor_energy_audit_2022.csv",
        (
            "1.1,2009,energy_growth,0.49,2009,-0.49,sign,lost_sign",
            "1.1,2009,energy_growth,0.49,2009,-0.49,sign,no_such_reason",
        ),
        "guard",
        'seeds: cor_energy_audit_2022.csv, line 11, column "reason_code": "no_such_reason" is not'
        " in ref_explanation.explanation_code; valid are ",
    ),
    Fault(
        "a rule acts in a way that nobody knows",
        "seeds/quality/ref_data_quality_rule.csv",
        ("quarantine repair,all,format of the file", "quarantine mend,all,format of the file"),
        "guard",
        'seeds: ref_data_quality_rule.csv, line 2, column "severity": "mend" is not in'
        " ref_vocabulary.code, list severity; valid are block, event, quarantine, repair, warning",
    ),
    Fault(
        "a word has no Chinese name",
        "seeds/reference/ref_vocabulary.csv",
        (
            "identity,known,company in a company register,已知公司",
            "identity,known,company in a company register,",
        ),
        "guard",
        "seeds: ref_vocabulary.csv, line ",
    ),
]

# columns of a model's rows, spoiled as the table is made
MODELS = [
    Fault(
        "a share exceeds 100 %",
        "ind_industry_energy",
        "if(industry_code = 'paper' and year = 2021, 101.0, electricity_share_pct)"
        " as electricity_share_pct",
        CONTRACT,
        "ind_industry_energy, row industry_code, year = paper, 2021, column"
        ' "electricity_share_pct": "101.0"; expected electricity_share_pct between 0 and 100',
    ),
    Fault(
        "a factor is not found, so there is no figure",
        "fct_industry_power_flow",
        "case when end_use_code <> 'other' then electricity_kwh end as electricity_kwh",
        CONTRACT,
        'other, column "electricity_kwh": empty; expected a value',
    ),
    Fault(
        "a saving is negative",
        "fct_industry_saving",
        "case when industry_code = 'paper' and year = 2014 then -1.0 else saved_quantity end"
        " as saved_quantity",
        CONTRACT,
        'column "saved_quantity": "-1.0"; expected saved_quantity >= 0',
    ),
    Fault(
        "a join doubles the rows",
        "dim_fuel",
        "*2",
        CONTRACT,
        "dim_fuel: fuel_code = anthracite occurs 2 times; it must be unique",
    ),
    Fault(
        "a join doubles the findings",
        "dq_reconciliation",
        "*2",
        CONTRACT,
        " occurs 2 times; it must be unique",
    ),
    Fault(
        "a number becomes text",
        "dim_unit",
        "to_base_factor::varchar as to_base_factor",
        CONTRACT,
        "dim_unit breaks the contract in its yml. to_base_factor: declared double, in the query"
        " varchar",
    ),
    Fault(
        "a company pays a negative fee",
        "company_carbon_fee",
        "-1.0::double as fee_twd",
        CONTRACT,
        'column "fee_twd": "-1.0"; expected fee_twd >= 0',
    ),
    Fault(
        "a radar axis has more than three points",
        "company_radar",
        "6 as score",
        CONTRACT,
        'column "score": "6"; expected score between 0 and 3',
    ),
    Fault(
        "a fund holds more than all",
        "fct_fund_holding",
        "weight_pct * 100 as weight_pct",
        CONTRACT,
        "expected weight_pct between 0 and 100",
    ),
    Fault(
        "a plant of nobody",
        "fct_facility_emissions",
        "null::varchar as county_code",
        CONTRACT,
        'column "county_code": empty; expected a value',
    ),
]

# what is done to a finished table
TABLES = [
    Fault(
        "no fuel of an industry has a GWP set",
        "not_all_null_fct_industry_energy_use*",
        "update marts.fct_industry_energy_use set gwp_set = null"
        " where industry_code = 'paper' and year = 2012",
        "not_all_null",
        "fct_industry_energy_use.gwp_set is null in every row of industry_code paper of year 2012",
    ),
    Fault(
        "parts do not add up to 100 %",
        "sum_to_total_fct_industry_power_flow*",
        "update marts.fct_industry_power_flow set share_pct = share_pct + 1"
        " where industry_code = 'paper' and year = 2013 and end_use_code = 'other'",
        "sum_to_total",
        "fct_industry_power_flow, industry_code, year = paper, 2013: 9 parts of share_pct add to"
        " 101.0, expected at least 9 parts and a sum of 100 +- 0.45",
    ),
    Fault(
        "a part is missing, and the rest still adds up to 100 %",
        "sum_to_total_fct_industry_power_flow*",
        "delete from marts.fct_industry_power_flow"
        " where industry_code = 'basic_metals' and year = 2012 and end_use_code = 'refrigeration'",
        "sum_to_total",
        "fct_industry_power_flow, industry_code, year = basic_metals, 2012: 8 parts of share_pct"
        " add to 100.0, expected at least 9 parts and a sum of 100 +- 0.45",
    ),
    Fault(
        "a series leaves the national statistics",
        "close_to_control_ind_national_energy*",
        "update marts.ind_national_energy set energy_gj = energy_gj * 1.03 where year = 2015",
        "close_to_control",
        "ind_national_energy.energy_gj, year 2015: 3338188812.36, control ctl_national_energy"
        " 3204460000.0 +- 2.0 %",
    ),
    Fault(
        "an industry is misspelled",
        "guard_fct_industry_saving_ref*",
        "update marts.fct_industry_saving set industry_code = 'papier'"
        " where industry_code = 'paper' and year = 2014",
        "guard",
        'column "industry_code": "papier" is not in dim_industry.industry_code; valid are'
        " all_users,",
    ),
    Fault(
        "a finding has a severity that nobody knows",
        "guard_dq_findings*",
        "update marts.dq_findings set severity = 'fatal'",
        "guard",
        'column "severity": "fatal" is not in ref_vocabulary.code, list severity; valid are ',
    ),
    Fault(
        "growth does not follow from the levels",
        "corrected_series_agree_with_each_other",
        "update marts.ind_national_energy set growth_pct_gdp = 1.61 where year = 2009",
        "corrected_series_agree_with_each_other",
        "ind_national_energy, 2009: growth or productivity does not follow from the levels",
    ),
    Fault(
        "a printed cell is lost in staging",
        "every_printed_cell_is_staged",
        "delete from staging.stg_energy_audit__cell where cell_ref = '3.9-4|2016|節能率 ¹'",
        "every_printed_cell_is_staged",
        "table 3.9-4 stages 59 cells, but prints 10 rows of 6 columns",
    ),
    Fault(
        "two columns of a heating value disagree",
        "heating_values_agree_with_kcal",
        "update seeds.fac_heating_value set gj_per_unit = 0.033"
        " where factor_key = 'moenv_6.0.4:natural_gas:m3'",
        "heating_values_agree_with_kcal",
        "fac_heating_value.csv: moenv_6.0.4:natural_gas:m3: 8000.0 kcal is not 0.033 GJ",
    ),
    Fault(
        "an emission factor and its heating value disagree",
        "emission_factors_agree_with_heating_values",
        "update seeds.fac_emission_factor set kg_per_unit = 1.9"
        " where factor_key = 'moenv_6.0.4:stationary:diesel:co2'",
        "emission_factors_agree_with_heating_values",
        "fac_emission_factor.csv: moenv_6.0.4:stationary:diesel:co2: 1.9 kg per l is not 2.606",
    ),
    Fault(
        "an explanation explains nothing any more",
        "every_explanation_is_needed",
        "update marts.dq_reconciliation set explanation_code = null"
        " where explanation_code = 'header_denominator'",
        "every_explanation_is_needed",
        "ref_explanation.csv: header_denominator explains nothing",
    ),
    Fault(
        "the book prints another number than the one that was corrected",
        "corrections_match_the_printed_cells",
        "update staging.stg_energy_audit__cell set printed_text = '-0.49'"
        " where table_ref = '1.1' and row_label = '2009' and column_code = 'energy_growth'",
        "corrections_match_the_printed_cells",
        'cor_energy_audit_2022.csv: 1.1|2009|energy_growth was made for "0.49", the cell now prints'
        ' "-0.49"; review the correction or remove it',
    ),
    Fault(
        "a join loses rows",
        "row_count_is_int_energy_audit__join_saving*",
        "delete from intermediate.int_energy_audit__join_saving"
        " where year = 2012 and fuel_code = 'lpg'",
        "row_count_is",
        "int_energy_audit__join_saving has 392 rows, expected 400",
    ),
    Fault(
        "a good row of a plant is not used",
        "every_good_row_is_used",
        "delete from marts.cbam_exposure where row_number = 3",
        "every_good_row_is_used",
        "seeds/own_plant/example_cbam_goods.csv, row 3: no problem was found, but cbam_exposure has"
        " no row of it",
    ),
    Fault(
        "lines and categories of an inventory differ",
        "inventory_sums_hold",
        "update marts.inventory_summary set co2_tco2e = co2_tco2e + 1"
        " where year = 2023 and category_code = 'mobile_combustion'",
        "inventory_sums_hold",
        "example example_co 2023 scope1: lines add to 214.5",
    ),
]

# changes of the code that lose rows, or hide that rows are lost
LOSSES = [
    Fault(
        "a model leaves a year out",
        "models/intermediate/emissions/int_emissions__identify_coal.sql",
        ("and company_key is not null", "and year <> 2023"),
        "every_record_is_accounted_for",
        "/2023): fct_coal_use does not rest on it, no other row stands for it there",
    ),
    Fault(
        "a reason for leaving rows out holds for rows that are used",
        "macros/emissions/records.sql",
        ("'control_no not in (select", "'true or control_no not in (select"),
        "every_record_is_accounted_for",
        "declared as left out (not_in_population), but dim_facility rests on it",
    ),
]


def as_document() -> str:
    """The list as a table, for readers."""
    lines = [
        "# Planted faults",
        "",
        "Each fault is planted by a test, which fails unless the build stops and prints the"
        " sentence.",
        "Written by `python tests/python/planted_faults.py` from the list in that file.",
        "",
        "Faults of landed files are planted by `test_landing*.py`, `test_mutants.py` (at random)",
        "and `test_own_files.py`, those of releases and of the gate by `test_publish*.py` and",
        "`test_gate*.py`, kills, a process left alive and a disk that refuses by `test_crash.py`,",
        "second commands by `test_two_at_once.py`, answers of two releases by `test_readers.py`.",
        "",
        "| fault | planted in | caught by | sentence |",
        "|---|---|---|---|",
    ]
    for fault in SEEDS + MODELS + TABLES + LOSSES:
        place = fault.place
        if fault in TABLES:
            place = (
                str(fault.change).removeprefix("delete from ").removeprefix("update ").split()[0]
            )
        sentence = fault.sentence.strip().replace("|", "\\|")
        lines.append(f"| {fault.what} | `{place}` | {fault.caught_by} | {sentence} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    DOCUMENT.write_text(as_document(), encoding="utf-8")
