"""The made-up companies. Looks for names that could be taken for real, and for a lost boundary of scope 3."""

import vocabulary as v

DERIVED = {
    "s3_share": "round(ghg_s3 / nullif(ghg_s1s2 + ghg_s3, 0), 4)",
    "emissions_unknown": "case when ghg_s1s2 is null and ghg_s3 is null then company_id end",
}

EXPECTATIONS = [
    v.row_count(31, "one for each case"),
    v.printed_as("company_id", r"^EX\d\d$", "made-up companies say so in their id"),
    v.printed_as("company_name", r"^Made-up: .+", "and in their name"),
    v.codes("s3_share", [0, 0.3999, 0.4, 0.75], "below, on and above 40 %"),
    v.codes("emissions_unknown", ["EX31"], "one without emissions"),
    v.codes("source_release_key", ["example_targets"], "made up, and says so"),
]
