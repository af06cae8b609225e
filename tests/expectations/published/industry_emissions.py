"""Industry totals. Looks for a wrong unit, industries nobody knows, and plants of no industry."""

import vocabulary as v

DERIVED = {
    "year_mt": "case when year >= 2015 then sum(total_tco2e) over (partition by year) / 1e6 end",
    "unmapped_beyond_limit": "unmapped_ratio - unmapped_limit_ratio",
    "parts": "scope1_tco2e + scope2_tco2e - total_tco2e",
    "direct_mt": "case when year >= 2015 then sum(scope1_tco2e) over (partition by year) / 1e6 end",
}

EXPECTATIONS = [
    v.between("total_tco2e", 0, 2e8, "tonnes of an industry"),
    v.between("year_mt", 60, 400, "million tonnes of a year"),
    v.between("direct_mt", 40, 300, "million tonnes burnt at the plants of a year"),
    v.balanced("parts", 1, "direct and indirect", mostly=0.95, severity="warning"),
    v.varied("industry_code", 5, "plants belong to several industries"),
    v.between(
        "unmapped_beyond_limit",
        None,
        0,
        "more of a year's tonnes than the rule dq36:max_unmapped allows are of no known industry",
    ),
]
