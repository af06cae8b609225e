"""The inventory under other potentials and factors. Looks for another inventory."""

import vocabulary as v

DERIVED = {
    "electricity_moved": "case when scope_code = 'scope2' then difference_tco2e end",
    "published_moved": "case when is_published then difference_tco2e end",
}

EXPECTATIONS = [
    v.balanced(
        "electricity_moved", 1e-6, "no set and no edition moves electricity", may_be_blank=True
    ),
    v.balanced("published_moved", 1e-9, "the published one is the measure"),
    v.between("difference_ratio", -0.9, 5, "other factors, not another plant", severity="warning"),
]
