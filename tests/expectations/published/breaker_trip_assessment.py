"""Trip tests. Looks for milliseconds in the place of seconds and currents of another unit."""

import vocabulary as v

DERIVED = {"of_nominal": "test_current_ampere / nullif(nominal_current_ampere, 0)"}

EXPECTATIONS = [
    v.between("duration_second", 0, 60, "seconds, not milliseconds", severity="warning"),
    v.between("setting_ampere", 1, 1e5, "amperes of a low-voltage breaker", severity="warning"),
    v.median("of_nominal", 0.5, 2, "tests are made near the nominal current"),
]
