"""Lines of the commercial model. Looks for rates of the wrong sign and shares that do not add up."""

import vocabulary as v

DERIVED = {
    "share_of_carrier": "sum(share_2026_ratio) over (partition by carrier_code)",
    # as numbers: the boundary reads columns as text
    "growth": "activity_growth_pct + 0",
    "intensity": "intensity_change_pct + 0",
    "measure": "measure_efficiency_pct + 0",
}

EXPECTATIONS = [
    v.codes("line_code", ["electricity", "ai_load", "natural_gas", "oil_products"], "four lines"),
    v.between("share_of_carrier", 0.999999, 1.000001, "the lines of a carrier are all of it"),
    v.between("growth", 0, 60, "activity grows, AI load fast"),
    v.between("intensity", -5, 0, "energy per activity does not rise"),
    v.between("measure", 0, 5, "measures save"),
    v.filled("source", 1, "a source, or assumption"),
]
