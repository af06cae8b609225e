"""National targets of electricity. Looks for a share in per cent and for megawatts as kilowatts."""

import vocabulary as v

DERIVED = {
    "share": "case when unit_code = 'ratio' then value end",
    "capacity": "case when unit_code = 'kw' then value end",
}

EXPECTATIONS = [
    v.between("share", 0.05, 1, "a ratio"),
    v.between("capacity", 1e5, 1e8, "kilowatts of a country"),
    v.between("target_year", 2020, 2060, "a year of the AD calendar"),
]
