"""Pledges. Looks for counts above their totals."""

import vocabulary as v

DERIVED = {"countries": "case when pledge_key = 'nzt:countries' then pledged_count end"}

EXPECTATIONS = [
    v.row_count(11, "four of the briefing, one of CDP, six of the newsletter"),
    v.between("pledged_ratio", 0.05, 1, "no more pledges than there are"),
    v.between("countries", 151, 151, "151 of 198 countries"),
]
