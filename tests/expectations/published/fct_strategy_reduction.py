"""Reductions of the strategies. Looks for a wrong unit and lost years."""

import vocabulary as v

DERIVED = {
    "years_of_strategy": "count(*) over (partition by strategy_code)",
    "unit_error": "tco2e - printed_10k_tco2e * 1e4",
    "strategy_7": "case when strategy_code = 'strategy_7' then sum(printed_10k_tco2e) over (partition by strategy_code) end",
    "year_2030": "case when year = 2030 then sum(tco2e) over (partition by year) end",
}

EXPECTATIONS = [
    v.row_count(35, "seven strategies, five years"),
    v.between("years_of_strategy", 5, 5, "no year is lost"),
    v.between("unit_error", -0.01, 0.01, "萬公噸 is 10,000 t"),
    # 18.666 + 21.483 + 26.112 + 31.197 + 37.123; the table prints 134.781
    v.between("strategy_7", 134.5809, 134.5811, "the years add up to 134.581"),
    # 42.307 + 57.699 + 0.440 + 32.302 + 10.420 + 25.475 + 37.123 = 205.766
    v.between("year_2030", 2_057_659, 2_057_661, "all strategies in 2030"),
    v.total_between("tco2e", 11_004_799, 11_004_801, "1,100.480, where the plan prints 1,100.682"),
]
