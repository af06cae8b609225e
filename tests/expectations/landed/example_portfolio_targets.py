"""Targets of the made-up companies. Looks for an edge of the method that no example shows any more."""

import vocabulary as v

DERIVED = {
    "ambition": "reduction_ambition",
    "s1s2_coverage": "case when scope = 'S1+S2' then coverage_s1 end",
    "s3_coverage": "case when scope in ('S3', 'S1+S2+S3') then coverage_s3 end",
    "achieved": "achieved_reduction",
    "ends": "end_year",
}

EXPECTATIONS = [
    v.printed_as("company_id", r"^EX\d\d$", "made-up companies say so in their id"),
    v.codes("target_type", ["absolute", "intensity"], "both kinds"),
    v.codes("scope", ["S1", "S2", "S3", "S1+S2", "S1+S2+S3"], "every scope that a target can have"),
    v.codes("intensity_metric", ["Revenue", "Power", "Oil", "Other"], "three that count and one that does not"),
    v.codes("s1s2_coverage", [0.94, 0.96, 1], "below the limit of 95 % and above"),
    v.codes("s3_coverage", [0.5, 0.66, 0.67], "below the limit of 67 % and on it"),
    v.codes("achieved", [0.99, 1], "almost and wholly achieved"),
    v.contains("ends", [2023, 2024, 2028, 2039, 2054, 2055], "the edges of the time frames"),
    v.between("ambition", 0.1, 1, "ratios, not per cent"),
    v.codes("source_release_key", ["example_targets"], "made up, and says so"),
]
