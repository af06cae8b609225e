"""Verdicts per company. Looks for one verdict over all."""

import vocabulary as v

DERIVED = {
    "judged": "(verdict in ('met', 'not_met'))::integer",
    "disagrees": "is_disagreement::integer",
}

EXPECTATIONS = [
    v.between("target_count", 0, 200, "targets of one company"),
    v.mean("judged", 0.005, 0.995, "some targets can be judged, and not all"),
    v.mean("disagrees", None, 0.9, "the SBTi and public figures agree now and then"),
]
