"""Emissions of listed companies. Looks for kilograms and scopes that went blank."""

import vocabulary as v

DERIVED = {
    "has_scope1": v.is_filled("scope1_tco2e"),
    "has_scope2": v.is_filled("scope2_tco2e"),
    "as_printed": """(abs(try_cast(replace(scope1_text, ',', '') as double) - scope1_tco2e)
        <= 1e-6 * greatest(1, scope1_tco2e))::integer""",
}

EXPECTATIONS = [
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
    v.mean("as_printed", 0.9, None, "the number is the text", may_be_blank=True),
]
