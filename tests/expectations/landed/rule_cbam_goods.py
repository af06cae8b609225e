"""Goods of CBAM. Looks for a lost sector, exceptions that became goods, and emissions counted for the wrong sector."""

import vocabulary as v

SECTORS = ("cement", "electricity", "fertilisers", "hydrogen", "iron_steel", "aluminium")

DERIVED = {
    "wrong_indirect": """case when is_cbam::boolean then (counts_indirect::boolean <>
        (sector_code in ('cement', 'fertilisers') or cn_prefix = '26011200'))::integer end""",
    "exceptions": "count(*) filter (where not is_cbam::boolean) over ()",
    "exception_with_sector": "(not is_cbam::boolean and sector_code is not null)::integer",
    "aluminium_headings": "count(*) filter (where sector_code = 'aluminium') over ()",
    "steel_headings": "count(*) filter (where sector_code = 'iron_steel' and cn_prefix like '73%') over ()",
}

EXPECTATIONS = [
    v.codes("sector_code", SECTORS, "six sectors"),
    v.printed_as("cn_prefix", r"^\d{2,8}$", "digits of the CN, two to eight"),
    v.between("wrong_indirect", 0, 0, "Annex II: indirect only for cement, fertilisers and sintered ore"),
    v.between("exceptions", 11, 11, "ten taken from 72, one from 3105"),
    v.between("exception_with_sector", 0, 0, "an exception is no CBAM good"),
    v.between("aluminium_headings", 14, 14, "7601, 7603 to 7614, 7616"),
    v.between("steel_headings", 13, 13, "7301 to 7311, 7318, 7326"),
    v.filled("source", 1, "every rule names its source"),
]
