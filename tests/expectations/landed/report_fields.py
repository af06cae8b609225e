"""Fields read from reports. Looks for blank values, lost fields and pages."""

import vocabulary as v

COLUMNS = """
    company_code short_name field_no field_name value_text unit_text page read_on
"""

DERIVED = {
    **v.alive(COLUMNS),
    "has_value": v.is_filled("value_text"),
    "has_page": v.is_filled("page"),
    "has_note": v.is_filled("note"),
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.mean("has_value", 0.7, None, "fields are answered", severity="critical", may_be_blank=True),
    v.mean("has_page", 0.5, None, "and say on which page", may_be_blank=True),
    v.mean("has_note", 0.3, None, "and what is written there", may_be_blank=True),
    v.between("field_no", 1, 200, "a number of the form"),
    v.between("report_year", 2015, 2100, "AD years"),
]
