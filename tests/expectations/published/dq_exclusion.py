"""Records left out. Looks for a reason that suddenly holds for most of a data set."""

import vocabulary as v

DERIVED = {
    "by_reason": "count(*) over (partition by exclusion_code)",
    "names_row": "case when exclusion_code in ('superseded_vintage', 'other_source_preferred')"
    " then kept_row_ref is not null end",
}

EXPECTATIONS = [
    v.between("by_reason", 1, 60_000, "no reason holds for more than the largest lists"),
    v.mean("names_row", 1, None, "a row used instead is named", may_be_blank=True),
]
