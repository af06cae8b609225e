"""The two trip tests. Looks for swapped points and a limit in other units."""

import vocabulary as v

DERIVED = {
    "swapped": "(must_trip::boolean <> (test_point_pct::double > 100))::integer",
    "limit": "time_limit_second::double",
    "tolerance": "pass_tolerance_pct::double + fail_tolerance_pct::double",
    "point": "test_point_pct::double",
}

EXPECTATIONS = [
    v.row_count(2, "two test points"),
    v.codes("point", [80.0, 120.0], "80 % and 120 % of the setting"),
    v.between("swapped", 0, 0, "it must trip above the setting, not below"),
    v.between("limit", 0.2, 0.2, "0.2 s, CNS 14816-2 8.3.3.1.2"),
    v.between("tolerance", 0, 2, "1 % on either side at most"),
    v.filled("source", 1, "every rule names its source"),
]
