"""Findings. Looks for a rule that finds fault with nearly everybody, and so with nobody."""

import vocabulary as v

DERIVED = {"entities": "count(distinct entity_key) over (partition by rule_code, dataset)"}

EXPECTATIONS = [
    v.rows(1, 20_000, "a rule that finds thousands finds nothing"),
    v.between(
        "entities", 1, 1_000, "nor does one that suspects nearly everybody", severity="warning"
    ),
    v.varied("rule_code", 3, "several rules find something", severity="warning"),
]
