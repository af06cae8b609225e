"""The seven strategies: each in one sector."""

import vocabulary as v

# as a number: the boundary reads columns as text
DERIVED = {"electricity_share": "electricity_share_ratio + 0"}

EXPECTATIONS = [
    v.codes("strategy_code", [f"strategy_{n}" for n in range(1, 8)], "seven strategies"),
    v.codes("sector_code", ["residential", "commercial"], "homes and services"),
    v.between("electricity_share", 0, 1, "a share"),
    v.filled("source", 1, "a source, or assumption"),
]
