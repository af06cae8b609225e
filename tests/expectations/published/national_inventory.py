"""The national inventory. Looks for a wrong unit and for plants that emit more than the nation."""

import vocabulary as v

DERIVED = {
    "total_mt": "total_tco2e / 1e6",
    "absorption_mt": "absorption_tco2e / 1e6",
    "registry_share": "case when year >= 2015 then registered_share_ratio end",
    "change_in_a_year": "total_tco2e / nullif(lag(total_tco2e) over (order by year), 0)",
}

EXPECTATIONS = [
    v.between("total_mt", 100, 400, "Taiwan since 1990, in million tonnes"),
    v.between("absorption_mt", -40, -5, "forests take up about 22 million tonnes"),
    v.between("registry_share", 0.1, 1, "plants emit less than the nation"),
    v.between("change_in_a_year", 0.8, 1.2, "a nation changes slowly"),
]
