"""Industry totals. Looks for a wrong unit and industries nobody knows."""

import vocabulary as v

DERIVED = {
    "year_mt": "case when year >= 2015 then sum(total_tco2e) over (partition by year) / 1e6 end",
}

EXPECTATIONS = [
    v.between("total_tco2e", 0, 2e8, "tonnes of an industry"),
    v.between("year_mt", 60, 400, "million tonnes of a year"),
    v.varied("industry_code", 5, "plants belong to several industries"),
]
