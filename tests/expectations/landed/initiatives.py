"""Members of initiatives. Looks for a list without members."""

import vocabulary as v

COLUMNS = """
    company_name sbti_status_text re100 ev100 sec_ep100
"""

DERIVED = {
    **v.alive(COLUMNS),
    "in_re100": v.share_of("re100"),
    "with_sbti": v.is_filled("sbti_status_text"),
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.mean("in_re100", 0.01, 0.9, "some are members of RE100", may_be_blank=True),
    v.mean("with_sbti", 0.3, None, "most stand with the SBTi", may_be_blank=True),
    v.distinct("company_name", 0.95, "a company is listed once"),
]
