"""Example goods under CBAM. Looks for lost cases: years, thresholds, mark-ups, and kilograms in the place of tonnes."""

import vocabulary as v

DERIVED = {
    "mass": "try_cast(mass_t as double)",
    "direct": "try_cast(direct_tco2e_per_t as double)",
    "declarations": "count(*) over ()",
    "mass_at_threshold": "case when importer_id = 'EXAMPLE-SMALL' and declaration_id in ('EX-50-A', 'EX-50-B') then mass_t::double end",
    "mass_above_threshold": "case when importer_id = 'EXAMPLE-ABOVE' then mass_t::double end",
}

EXPECTATIONS = [
    v.contains(
        "year", ["2022", "2023", "2025", "2026", "2027", "2028", "2033", "2034", "2040"], "each period and step"
    ),
    v.between("mass", 1, 1000, "tonnes"),
    v.between("direct", 0.1, 10, "tCO2e a tonne; kilograms would be hundreds"),
    v.total_between("mass_at_threshold", 50, 50, "exactly the threshold"),
    v.total_between("mass_above_threshold", 50.0009, 50.0011, "one kilogram above it"),
    v.printed_as("cn_code", r"^[0-9 ]{8,11}$", "eight digits, with or without blanks"),
    v.between("declarations", 28, 28, "28 declarations"),
    v.codes("source_release_key", ["example_factory"], "made up, and says so"),
]
