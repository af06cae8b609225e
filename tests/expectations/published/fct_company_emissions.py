"""Company emissions. Looks for kilograms, and plants lost or counted twice."""

import vocabulary as v

DERIVED = {
    "year_mt": "case when year >= 2015 then sum(total_tco2e) over (partition by year) / 1e6 end",
    "parts": "scope1_tco2e + scope2_tco2e - total_tco2e",
}

EXPECTATIONS = [
    v.between("total_tco2e", 0, 1.3e8, "no company emits 130 million tonnes"),
    v.between("power_scope1_tco2e", 0, 1.3e8, "power stations of one company"),
    v.between("missing_before_tco2e", 0, 5e6, "plants that close in one year", may_be_blank=True),
    v.between("facility_count", 1, 200, "plants of one company"),
    v.between("year_mt", 60, 400, "million tonnes of a year"),
    v.balanced("parts", 1, "direct and indirect", mostly=0.95, severity="warning"),
    v.median("total_tco2e", 1e4, 1e7, "tonnes; kilograms would be a thousandfold"),
]
