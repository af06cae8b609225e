"""Initiatives. Looks for a list that lost its flags, or whose names match nobody."""

import vocabulary as v

MAY_BE_EMPTY = "the embedded default may have no list of initiatives"

DERIVED = {
    "is_matched": "(match_code = 'same_name')::integer",
    "is_member": "(sbti_status <> 'none' or is_re100 or is_ev100 or is_sec_ep100)::integer",
}

EXPECTATIONS = [
    v.rows(50, 5_000, "some 200 names"),
    v.mean("is_matched", 0.3, 1, "most names are companies of a market", severity="critical"),
    v.mean("is_member", 0.9, 1, "who is on the list is in an initiative"),
    v.varied("sbti_status", 3, "some are approved, some committed, some neither"),
]
