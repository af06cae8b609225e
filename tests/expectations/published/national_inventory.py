"""The national inventory. Looks for a wrong unit and for plants that emit more than the nation."""

import vocabulary as v

DERIVED = {
    "total_mt": "total_tco2e / 1e6",
    "absorption_mt": "absorption_tco2e / 1e6",
    "registry_share": "case when year >= 2015 then registered_share_ratio end",
}

EXPECTATIONS = [
    v.between("total_mt", 130, 310, "Taiwan since 1990, in million tonnes"),
    v.between("absorption_mt", -26, -15, "forests take up about 22 million tonnes"),
    v.between("registry_share", 0.2, 0.9, "share of the registered plants since the registry began"),
]
