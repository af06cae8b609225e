"""Companies of the SBTi. Looks for a list of one region, and dates and codes that went blank."""

import vocabulary as v

COLUMNS = """
    company_name isin lei location region sector near_term_status
    near_term_target_classification near_term_target_year long_term_target_year net_zero_status
    net_zero_year organization_type target_text target_classification_long
"""

DERIVED = {
    **v.alive(COLUMNS),
    "in_taiwan": v.share_of("location like '%aiwan%'"),
    "with_isin": v.is_filled("isin"),
    "with_target": v.is_filled("target_text"),
    "target_year": "try_cast(regexp_extract(near_term_target_year, '20[0-9][0-9]') as integer)",
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.mean(
        "in_taiwan",
        0.003,
        0.2,
        "the world, Taiwan among it",
        severity="critical",
        may_be_blank=True,
    ),
    v.mean("with_isin", 0.1, 0.9, "listed companies have one", may_be_blank=True),
    v.mean("with_target", 0.3, None, "most have a target", may_be_blank=True),
    v.between("target_year", 2015, 2060, "years of near-term targets", may_be_blank=True),
    v.distinct("company_name", 0.9, "a company is listed once"),
]
