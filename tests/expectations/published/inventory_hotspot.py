"""Hotspots of inventories. Looks for shares of another total and ranks out of order."""

import vocabulary as v

ORGANISATION = "partition by source_kind_code, organisation_id, year"

DERIVED = {
    "shares_left_over": f"sum(share_ratio) over ({ORGANISATION}) - 1",
    "step_up": f"tco2e - lag(tco2e) over ({ORGANISATION} order by emission_rank)",
}

EXPECTATIONS = [
    v.balanced("shares_left_over", 1e-6, "the sources make the whole"),
    v.between("step_up", None, 1e-9, "the largest first"),
]
