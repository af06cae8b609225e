"""Records left out. Looks for a reason that suddenly holds for most of a data set."""

import vocabulary as v

DERIVED = {
    "by_reason": "count(*) over (partition by exclusion_code)",
    "has_kept": "(kept_release_key is null) = (kept_row_number is null)",
}

EXPECTATIONS = [
    v.between("by_reason", 1, 60_000, "no reason holds for more than the largest lists"),
    v.mean("has_kept", 1, None, "a row used instead is named in full"),
]
