"""The plan against itself. Looks for checks that were lost and for verdicts that changed."""

import vocabulary as v


def verdict(check: str, wanted: str, where: str = "true") -> str:
    """1 where a check does not have the verdict that was worked out by hand."""
    return f"case when check_code = '{check}' and {where} then (verdict <> '{wanted}')::integer end"


DERIVED = {
    "sums_wrong": verdict("plan_sector_sum", "match"),
    "factors_wrong": verdict("plan_electricity_factor", "match"),
    "strategy_7_wrong": verdict("plan_strategy_total", "mismatch", "cell_ref like '%策略七%'"),
    "strategy_1_wrong": verdict("plan_strategy_total", "rounding", "cell_ref like '%策略一%'"),
    "others_wrong": verdict(
        "plan_strategy_total", "match", "cell_ref not like '%策略七%' and cell_ref not like '%策略一%'"
    ),
    "misprint": "case when check_code = 'plan_strategy_total' and verdict = 'mismatch' then difference end",
    "implied_base_mt": "case when check_code = 'plan_implied_base' then recomputed_value / 1e6 end",
    "implied_2026_mt": """case when check_code = 'plan_implied_2026' and sector_code = 'residential_commercial'
        then recomputed_value / 1e6 end""",
    "residential_excess_mt": """case when check_code = 'plan_electricity_within_target' and sector_code = 'residential'
        then recomputed_value / 1e6 end""",
    "closing_residential": """case when check_code = 'plan_closing_factor' and sector_code = 'residential'
        and kloe_code = 'yearbook' then round(recomputed_value, 3) end""",
    "closing_commercial": """case when check_code = 'plan_closing_factor' and sector_code = 'commercial'
        and kloe_code = 'yearbook' then round(recomputed_value, 3) end""",
}

EXPECTATIONS = [
    v.row_count(55, "19 inside the tables, 36 of demand against targets"),
    v.codes("verdict", ["match", "rounding", "mismatch"], "all three occur"),
    v.between("sums_wrong", 0, 0, "18.675 + 18.656 = 37.331; 105.458 + 113.278 = 218.736"),
    v.between("factors_wrong", 0, 0, "the factors used are those the plan prints"),
    v.between("strategy_7_wrong", 0, 0, "one printed total is wrong"),
    v.between("misprint", -2000.001, -1999.999, "by 0.200 x 10,000 t"),
    v.between("strategy_1_wrong", 0, 0, "197.137 against 197.135 is rounding"),
    v.between("others_wrong", 0, 0, "the other five are right"),
    v.between("implied_base_mt", 57.43, 57.435, "37.331 / 0.65"),
    v.between("implied_2026_mt", 50.16, 50.165, "0.4 x 218.736 - 37.331"),
    v.between("residential_excess_mt", 19.906, 19.9061, "515.7 x 10^8 kWh x 0.386"),
    v.between("closing_residential", 0.291, 0.291, "the factor that would close the gap"),
    v.between("closing_commercial", 0.258, 0.258, "and for services"),
]
