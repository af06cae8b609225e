"""The ten indicators. Looks for a lost indicator, a wrong dimension, and fields the form does not have."""

import vocabulary as v

CODES = (
    *("net_zero_pledge", "target_2030", "energy_intensity", "annual_saving", "large_user_duty"),
    *("renewable_target", "reduction_strategy", "emissions_disclosed", "energy_by_type", "low_carbon_revenue"),
)

DERIVED = {
    "number": "indicator_no::integer",
    "commitments": "count(*) filter (where dimension_code = 'commitment') over ()",
    "actions": "count(*) filter (where dimension_code = 'action') over ()",
    "transparencies": "count(*) filter (where dimension_code = 'transparency') over ()",
    "first_field": "list_min(list_transform(string_split(field_nos, ' '), no -> no::integer))",
    "last_field": "list_max(list_transform(string_split(field_nos, ' '), no -> no::integer))",
    "repeated_fields": "len(string_split(field_nos, ' ')) - len(list_distinct(string_split(field_nos, ' ')))",
    "rule_of_another": "(rule_key is not null and rule_key not like 'climate:' || indicator_no || ':%')::integer",
    "rules": "count(rule_key) over ()",
    "unit_of_rule": "(rule_key is not null and unit_code is null)::integer",
    "scope_fields": "case when indicator_no = '8' then len(string_split(field_nos, ' ')) end",
}

EXPECTATIONS = [
    v.row_count(10, "ten indicators"),
    v.codes("number", range(1, 11), "1 to 10"),
    v.codes("indicator_code", CODES, "by name"),
    v.between("commitments", 2, 2, "two commitments"),
    v.between("actions", 5, 5, "five actions"),
    v.between("transparencies", 3, 3, "three of transparency"),
    v.printed_as("field_nos", r"^\d{1,3}(?: \d{1,3})*$", "numbers of fields, separated by blanks"),
    v.between("first_field", 1, 57, "fields 1 to 75 are on the form"),
    v.between("last_field", 1, 105, "and 101 to 105 on the sheet only"),
    v.between("repeated_fields", 0, 0, "a field is read once"),
    v.between("scope_fields", 23, 23, "scope 1, 2 and 3, 4 ISO and 15 GHG categories, three years"),
    v.between("rule_of_another", 0, 0, "a threshold is that of the indicator"),
    v.between("rules", 5, 5, "five have a threshold"),
    v.between("unit_of_rule", 0, 0, "a threshold has a unit"),
    v.printed_as("name_zh", r"[\u4e00-\u9fff]", "a Chinese name, not question marks"),
    v.filled("name_en", 1, "both languages"),
    v.filled("source", 1, "every indicator names its source"),
]
