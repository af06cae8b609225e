"""Conservation of rows. Looks for a file whose rows went missing."""

import vocabulary as v

OWN = "('activity_data', 'quick_estimate', 'energy_user', 'saving_year', 'saving_measure', 'storage_site', 'breaker_test', 'cbam_goods')"

DERIVED = {
    "published_count": f"case when dataset not in {OWN} then landed_count end",
    "lost": "landed_count - accepted_count - quarantined_count - deduplicated_count",
    "conserved": "is_conserved::integer",
}

EXPECTATIONS = [
    v.between("lost", 0, 0, "landed = accepted + quarantined + deduplicated"),
    v.between("conserved", 1, 1, "and the mart says so"),
    v.contains("dataset", ["ghg_registry", "ghg_p_02", "coal_company"], "the data sets of the embedded default"),
    v.median_between("published_count", 10, 1e6, "published files have rows; one's own may have one"),
]
