"""The plan against itself. Looks for a plan that suddenly disagrees."""

import vocabulary as v

DERIVED = {"is_match": "(verdict = 'match')::integer"}

EXPECTATIONS = [v.mean("is_match", 0.2, None, "the plan's own sums mostly agree")]
