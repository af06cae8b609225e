"""Conservation of rows. Looks for a file of which little was used."""

import vocabulary as v

DERIVED = {
    "unused": "record_count - used_count - superseded_count - excluded_count",
    "lost": "landed_count - accepted_count - quarantined_count - deduplicated_count",
    "used": "case when landed_count >= 100 then accepted_count / landed_count end",
}

EXPECTATIONS = [
    v.balanced("lost", 0, "landed = accepted + quarantined + deduplicated"),
    v.balanced("unused", 0, "records = used + superseded + excluded"),
    v.between("used", 0.5, 1, "most rows of a file are used", mostly=0.9, severity="warning"),
]
