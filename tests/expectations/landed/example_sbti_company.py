"""Made-up companies. Looks for examples that could be taken for records, and for a lost edge."""

import vocabulary as v

DERIVED = {
    "scope3_share": "case when scope1_tco2e + scope2_tco2e + scope3_tco2e > 0 and not sells_fossil_fuel "
    "then scope3_tco2e / (scope1_tco2e + scope2_tco2e + scope3_tco2e) end",
    "earliest_commitment": "min(commitment_date) over ()",
    "change_pct": "base_year_change_pct",
}

EXPECTATIONS = [
    v.row_count(42, "42 examples"),
    v.printed_as("example_no", r"^EX\d\d$", "numbered as examples"),
    v.printed_as("name_zh", r"^範例公司\d\d$", "named as examples"),
    v.printed_as("name_en", r"^Example Company \d\d$", "named as examples"),
    v.codes("source", ["made up"], "no records"),
    v.codes("source_release_key", ["example_targets"], "one release"),
    v.between("scope3_share", 0.1, 0.5, "on both sides of 40 %"),
    v.contains("change_pct", [4.99, 5.0], "both sides of 5 %"),
    v.codes("level_code", ["parent", "subsidiary"], "both levels"),
    v.filled("shows", 1, "every example says what it shows"),
]
