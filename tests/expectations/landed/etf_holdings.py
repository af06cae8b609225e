"""Holdings of exchange-traded funds. Looks for ratios, slipped weights and lost securities."""

import vocabulary as v

COLUMNS = "fund_code fund_name security_code security_name weight_pct"
# the page of the observation post prints weights alone: there both amounts are blank in every row
AMOUNTS = "fund_size_10k_twd holding_value_10k_twd"
PRINTED = "count(fund_size_10k_twd) over () + count(holding_value_10k_twd) over () > 0"

DERIVED = {
    **v.alive(COLUMNS),
    **{name: f"case when {PRINTED} then {sql} end" for name, sql in v.alive(AMOUNTS).items()},
    "value_gap": "holding_value_10k_twd / nullif(weight_pct / 100 * fund_size_10k_twd, 0) - 1",
    "fund_total": "sum(weight_pct) over (partition by fund_code, year, quarter)",
}

EXPECTATIONS = [
    *v.are_alive(f"{COLUMNS} {AMOUNTS}"),
    v.between("weight_pct", 0, 100, "per cent"),
    v.balanced("value_gap", 0.02, "a holding is its weight", mostly=0.98, may_be_blank=True),
    v.between("fund_total", 0, 101, "no fund holds more than all"),
    v.median("fund_total", 80, 101, "holdings make up the fund", severity="critical"),
]
