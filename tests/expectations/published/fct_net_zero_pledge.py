"""Pledges. Looks for counts above their totals."""

import vocabulary as v

EXPECTATIONS = [v.between("pledged_ratio", 0, 1, "no more pledges than there are")]
