"""CO2 by sector. Looks for the two methods mixed up, and sectors that do not make up the total."""

import vocabulary as v

DERIVED = {
    "all_shares": "sum(share_ratio) over (partition by year, method_code)",
    "energy_direct": "case when sector_code = 'energy' and method_code = 'direct' and year >= 2010 then share_ratio end",
    "industry_users": "case when sector_code = 'industry' and method_code = 'electricity_allocated' and year >= 2010 then share_ratio end",
}

EXPECTATIONS = [
    v.row_count(432, "36 years, two methods, six sectors"),
    v.between("all_shares", 0.9999, 1.0001, "six sectors are the total"),
    v.between("energy_direct", 0.5, 0.75, "power plants emit most where electricity stays with them"),
    v.between("industry_users", 0.4, 0.55, "industry uses most of it"),
]
