"""Company emissions. Looks for a company whose plants were lost or counted twice."""

import vocabulary as v

DERIVED = {"tsmc_2024": "case when tax_id = '22099131' and year = 2024 then total_tco2e end"}

EXPECTATIONS = [
    v.between("total_tco2e", 0, 1.3e8, "the power company stays below 130 million tonnes"),
    v.between("facility_count", 1, 60, "plants of one company"),
    v.between("tsmc_2024", 1.1e7, 1.3e7, "TSMC emitted 12 million tonnes in 2024"),
]
