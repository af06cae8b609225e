"""Temperature scores of funds. Looks for means outside their parts."""

import vocabulary as v

DERIVED = {
    "score": "temperature_score::double",
    "scored_beyond_held": "scored_holding_count - holding_count",
}

EXPECTATIONS = [
    v.between("score", 0, 6, "degrees Celsius, a mean of scores"),
    v.between("scored_beyond_held", None, 0, "some of the holdings"),
]
