"""Printed figures against what they derive from."""

import great_expectations.expectations as gxe
import vocabulary as v

DERIVED = {
    "is_match": "(verdict = 'match')::integer",
    "is_mismatch": "(verdict = 'mismatch')::integer",
    "unlabelled": "(verdict <> 'mismatch' and abs(difference) > 3 * tolerance)::integer",
}

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=1000, severity="critical", description="every derived figure of the book"
    ),
    v.codes("verdict", ["match", "rounding", "mismatch"], "the book is known to have all three"),
    v.filled("reported_value", 1, "what is printed"),
    v.filled("recomputed_value", 1, "what it derives from"),
    v.between("tolerance", 0, None, "from the printed precision"),
    v.between("unlabelled", 0, 0, "what is far off is called a mismatch"),
    gxe.ExpectColumnMeanToBeBetween(
        column="is_match", min_value=0.5, severity="critical", description="most of the book agrees"
    ),
    gxe.ExpectColumnMeanToBeBetween(
        column="is_mismatch",
        max_value=0.25,
        severity="warning",
        description="more faults than known so far: look whether ours is the error",
    ),
]
