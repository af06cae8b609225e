"""Results worked by hand. Looks for a criterion without an example on either side."""

import vocabulary as v

DERIVED = {"results_of_criterion": "count(distinct expected_result) over (partition by criterion_code)"}

EXPECTATIONS = [
    v.row_count(237, "237 results by hand"),
    v.codes("expected_result", ["pass", "fail", "not_assessable"], "three results"),
    v.codes("reading", ["newsletter", "official_v1_2"], "two readings"),
    v.codes("source", ["worked by hand"], "never copied from the output"),
    v.filled("reason", 1, "every result says why"),
]
