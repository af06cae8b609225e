"""Findings. Looks for a rule that fires on everything, and for known faults that nothing finds any more."""

import great_expectations.expectations as gxe
import vocabulary as v

PAPER = "rule_code = 'DQ21' and entity_key = '34202841' and period = 2023 and column_name = 'total_energy_gj'"

DERIVED = {
    "entities_of_rule": "count(distinct entity_key) over (partition by rule_code, dataset)",
    "rule_of_reports": """case when dataset in ('report_fields', 'disclosure_sheet', 'energy_revenue')
        then rule_code end""",
    "rule_of_plants": "case when dataset in ('ghg_registry', 'ghg_p_01', 'coal_company') then rule_code end",
    "paper_suggested": f"case when {PAPER} then suggested_value::double end",
    "paper_published": f"case when {PAPER} then raw_value::double end",
    "china_steel_coal": """case when rule_code = 'DQ22' and entity_key = '30414175' and column_name = 'coal_use'
        then suggested_value::double end""",
}

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=1, max_value=5_000, severity="warning", description="a rule that finds thousands finds nothing"
    ),
    v.between("entities_of_rule", 1, 150, "nor does one that finds fault with nearly everybody", severity="warning"),
    v.printed_as("rule_code", r"^(?:DQ\d\d|RD0[1-8])$", "a data-quality rule, or one of report disclosures"),
    v.contains("rule_of_reports", ["DQ21", "DQ22", "DQ24", "DQ30"], "rules of figures speak of reports too"),
    v.contains("rule_of_reports", ["RD02", "RD05", "RD06", "RD07"], "what is odd in the embedded reports is found"),
    v.contains("rule_of_plants", ["DQ20", "DQ25"], "and so is what is odd of plants"),
    v.printed_as("rule_of_plants", r"^DQ\d\d$", "rules of report disclosures speak of reports only"),
    v.filled("explanation", 1, "a finding says what was found"),
    v.between("paper_published", 25_015_776_119, 25_015_776_121, "Long Chen's energy of 2023 is found"),
    v.between("paper_suggested", 25_015_776.119, 25_015_776.121, "with a thousandth of it suggested"),
    v.between("china_steel_coal", 7.1e6, 7.3e6, "177,098,607 stands for GJ: 7.2 million tonnes at 24.66 GJ"),
]
