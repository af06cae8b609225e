"""CO2 by sector. Looks for the two methods mixed up and sectors that do not make the total."""

import vocabulary as v

DERIVED = {
    "shares_left_over": "sum(share_ratio) over (partition by year, method_code) - 1",
    "energy_direct": """case when sector_code = 'energy' and method_code = 'direct'
        then share_ratio end""",
    "energy_shared_out": """case when sector_code = 'energy'
        and method_code = 'electricity_allocated' then share_ratio end""",
}

EXPECTATIONS = [
    v.balanced("shares_left_over", 0.001, "the sectors are the total"),
    v.between(
        "energy_direct", 0.3, 0.85, "power plants emit most while electricity stays with them"
    ),
    v.between("energy_shared_out", 0, 0.3, "and little once it is shared out"),
]
