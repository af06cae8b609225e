"""Emissions of listed companies. Looks for kilograms and scopes that went blank."""

import vocabulary as v

SCOPES = ("scope1", "scope2", "scope3")


def as_printed(scope: str) -> str:
    """1 where the number is the one of the text, else 0, as SQL."""
    return f"""(abs(try_cast(replace({scope}_text, ',', '') as double) - {scope}_tco2e)
        <= 1e-6 * greatest(1, {scope}_tco2e))::integer"""


COLUMNS = """
    stock_code company_name scope1_tco2e scope1_text scope1_boundary scope1_assurance
    scope2_tco2e scope2_text scope2_boundary scope2_assurance scope3_tco2e scope3_text
    scope3_boundary scope3_assurance intensity_value
"""

DERIVED = {
    **v.alive(COLUMNS),
    "has_scope1": v.is_filled("scope1_tco2e"),
    "has_scope2": v.is_filled("scope2_tco2e"),
    **{f"{scope}_as_printed": as_printed(scope) for scope in SCOPES},
}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.between("scope1_tco2e", 0, 1.3e8, "tonnes of one company", may_be_blank=True),
    v.between("scope2_tco2e", 0, 3e7, "tonnes of one company", may_be_blank=True),
    v.between("scope3_tco2e", 0, 1e9, "tonnes of one company", may_be_blank=True),
    v.median(
        "scope2_tco2e",
        200,
        1e5,
        "tonnes; a typical company",
        severity="critical",
        may_be_blank=True,
    ),
    v.mean("has_scope1", 0.3, None, "most state scope 1", severity="critical", may_be_blank=True),
    v.mean("has_scope2", 0.3, None, "and scope 2", severity="critical", may_be_blank=True),
    *[
        v.mean(f"{s}_as_printed", 0.9, None, "the number is the text", may_be_blank=True)
        for s in SCOPES
    ],
    v.between("intensity_value", 0, None, "nobody emits less than nothing", may_be_blank=True),
]
