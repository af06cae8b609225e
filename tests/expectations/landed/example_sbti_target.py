"""Targets of the made-up companies. Looks for a lost kind, method or edge."""

import vocabulary as v

DERIVED = {
    "company_of_target": "(left(target_id, 4) <> example_no)::integer",
    "reduction": "reduction_pct",
    "coverage": "coverage_pct",
    "base": "base_year",
}

EXPECTATIONS = [
    v.row_count(86, "86 targets"),
    v.codes(
        "kind_code",
        ["near_term", "long_term", "renewable_electricity", "supplier_engagement"],
        "four kinds",
    ),
    v.codes(
        "method_code",
        ["absolute", "sector_intensity", "physical_intensity", "economic_intensity", "engagement", "renewable"],
        "every method",
    ),
    v.codes("metric_code", ["physical", "revenue", "value_added"], "three metrics"),
    v.contains("coverage", [95.0, 94.99, 67.0, 66.67, 90.0, 89.99], "both sides of 95, 67 and 90 %"),
    v.contains("reduction", [42.0, 41.95, 41.94, 33.6, 51.6, 51.5, 44.05, 97.0], "both sides of the rates"),
    v.contains("base", [2014, 2015], "both sides of 2015"),
    v.codes("offset_code", ["none", "offsets", "renewable_certificates"], "offsets, and what is none"),
    v.between("company_of_target", 0, 0, "a target carries its company's number"),
    v.codes("source", ["made up"], "no records"),
]
