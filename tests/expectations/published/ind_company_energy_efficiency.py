"""Energy efficiency. Looks for MJ, thousand TWD, and swapped years."""

import vocabulary as v

DERIVED = {
    "trusted_change": "case when not is_suspect then total_change_ratio end",
    "both_better_and_worse": "sign(total_change_ratio) * sign(annual_improvement_ratio)",
    "suspect": "is_suspect::integer",
}

EXPECTATIONS = [
    v.between("trusted_change", -0.9, 10, "a tenth of the intensity in two years is impossible"),
    v.median("trusted_change", -0.3, 0.5, "industry changes by a few per cent a year"),
    v.between("both_better_and_worse", None, 0, "what got worse did not improve"),
    v.mean("suspect", None, 0.3, "a few figures are wrong, not a third"),
]
