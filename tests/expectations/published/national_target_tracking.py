"""National lines. Looks for gross in the place of net emissions, and a line that misses its targets."""

import vocabulary as v

DERIVED = {
    "net_2005": "case when year = 2005 then net_tco2e end",
    "below_total": "total_tco2e - net_tco2e",
    "miss": "path_from_base_tco2e - target_tco2e",
    "zero": "case when year = 2050 then path_from_base_tco2e end",
    "years": "count(*) over ()",
}

EXPECTATIONS = [
    v.between("years", 46, 46, "2005 to 2050"),
    v.between("net_2005", 2.6e8, 2.75e8, "about 269 million tonnes net in 2005"),
    v.between("below_total", 1.5e7, 2.5e7, "forests take up about 22 million tonnes"),
    v.between("miss", -1, 1, "the line runs through every target in force"),
    v.between("zero", 0, 0, "net zero in 2050"),
]
