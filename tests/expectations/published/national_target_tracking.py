"""National lines. Looks for gross in the place of net emissions, and lines that rise."""

import vocabulary as v

DERIVED = {
    "below_total_mt": "(total_tco2e - net_tco2e) / 1e6",
    "rise": "path_from_base_tco2e - lag(path_from_base_tco2e) over (order by year)",
    "miss": "path_from_base_tco2e - target_tco2e",
}

EXPECTATIONS = [
    v.between("below_total_mt", 5, 40, "forests take up about 22 million tonnes"),
    v.between("rise", None, 1, "the line only falls"),
    v.balanced("miss", 1, "it runs through every target in force"),
    v.between("net_tco2e", 5e7, 4e8, "tonnes of a nation"),
]
