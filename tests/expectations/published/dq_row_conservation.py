"""Conservation of rows. Looks for a file whose rows went missing."""

from orchestration.checks import vocabulary as v

DERIVED = {
    "lost": "landed_count - accepted_count - quarantined_count - deduplicated_count",
    "conserved": "is_conserved::integer",
}

EXPECTATIONS = [
    v.between("lost", 0, 0, "landed = accepted + quarantined + deduplicated"),
    v.between("conserved", 1, 1, "and the mart says so"),
    v.contains("dataset", ["ghg_registry", "ghg_p_02", "coal_company"], "the data sets of the embedded default"),
    v.median_between("landed_count", 10, 1e6, "files have rows"),
]
