"""Electricity-saving rates. Looks for the cap on heat, the boundary at the required rate, and averages over lost years."""

import vocabulary as v


def of(organisation: str, year: int, value: str) -> str:
    """A value of one made-up user, as SQL."""
    return f"case when input_code = 'example' and organisation_id = 'example_{organisation}' and year = {year} then {value} end"


MET = "(annual_status = 'met')::integer"

DERIVED = {
    "year_twice": "count(*) over (partition by input_code, organisation_id, year)",
    "parts_missed": """abs(saved_kwh - electricity_measures_kwh - own_renewable_kwh - demand_response_kwh
        - heat_counted_kwh)""",
    "heat_above_cap": "greatest(heat_counted_kwh - coalesce(heat_cap_kwh, 0), 0)",
    "heat_lost": "abs(heat_counted_kwh - least(heat_before_cap_kwh, coalesce(heat_cap_kwh, 0)))",
    "cap_off": "abs(heat_cap_kwh - 0.005 * electricity_kwh)",
    "rate_off": "abs(saving_rate_pct - 100 * saved_kwh / nullif(saved_kwh + electricity_kwh, 0))",
    "wrong_requirement": """(required_pct is distinct from case when contract_capacity_kw <= 800 then null
        when year between 2015 and 2024 then 1 when year between 2025 and 2028 and contract_capacity_kw <= 10000 then 1
        when year between 2025 and 2028 then 1.5 end)::integer""",
    "met_by_chance": "case when annual_status = 'met' then (saving_rate_pct < required_pct - 1e-9)::integer end",
    "failed_by_chance": "case when annual_status = 'not_met' then (saving_rate_pct > required_pct + 1e-9)::integer end",
    "missing_still_missed": """case when annual_status = 'not_met' and required_pct is not null
        then 100 * (saved_kwh + missing_saving_kwh) / (saved_kwh + missing_saving_kwh + electricity_kwh) - required_pct end""",
    "gap_judged": "(missing_years is not null and average_status in ('met', 'not_met'))::integer",
    "years_behind": "counted_year_count",
    "plan_without_reason": "(needs_improvement_plan and average_status = 'met')::integer",
    "due_in_january": "(report_due_date = make_date(year + 1, 1, 31))::integer",
    "chips_rate_pct": of("chips_10001kw", 2025, "saving_rate_pct"),
    "chips_met": of("chips_10001kw", 2025, MET),
    "chips_required_pct": of("chips_10001kw", 2025, "required_pct"),
    "glass_required_pct": of("glass_10000kw", 2025, "required_pct"),
    "exactly_1_pct_met": of("801kw", 2025, MET),
    "a_hair_below_met": of("just_below", 2025, MET),
    "a_hair_below_missing_kwh": of("just_below", 2025, "missing_saving_kwh"),
    "small_user": of("800kw", 2025, "(annual_status = 'not_regulated')::integer"),
    "cogen_before_kwh": of("cogen", 2025, "heat_before_cap_kwh"),
    "cogen_counted_kwh": of("cogen", 2025, "saved_kwh"),
    "cogen_electricity_kwh": of("cogen", 2025, "electricity_kwh"),
    "power_counted_kwh": of("power", 2025, "heat_counted_kwh"),
    "heat_at_counted_kwh": of("heat_at", 2025, "heat_counted_kwh"),
    "heat_above_counted_kwh": of("heat_above", 2025, "heat_counted_kwh"),
    "heat_above_is_flagged": of("heat_above", 2025, "(flags like '%heat_capped%')::integer"),
    "foods_2015_pct": of("foods", 2015, "saving_rate_pct"),
    "foods_average_pct": of("foods", 2024, "average_saving_rate_pct"),
    "foods_2025_average_pct": of("foods", 2025, "average_saving_rate_pct"),
    "gap_open": of("gap", 2017, "(average_status = 'insufficient_data')::integer"),
    "late_average_met": of("late", 2018, "(average_status = 'met')::integer"),
    "no_rule_in_2029": of("gap", 2029, "(annual_status = 'no_rule')::integer"),
}

EXPECTATIONS = [
    v.contains("input_code", ["example"], "the example is always there"),
    v.between("year_twice", 1, 1, "a user and year once"),
    v.contains(
        "average_status",
        ["met", "not_met", "not_regulated", "no_rule", "insufficient_data"],
        "the example has all five",
    ),
    v.between("parts_missed", 0, 0.002, "the parts are the whole"),
    v.between("heat_above_cap", 0, 0, "no more heat than half a per cent of the electricity"),
    v.between("heat_lost", 0, 0, "and no less than what was saved"),
    v.between("cap_off", 0, 0.001, "0.5 % of the electricity used"),
    v.between("rate_off", 0, 1e-8, "S over S + C, not S over C"),
    v.between("wrong_requirement", 0, 0, "1 % above 800 kW, 1.5 % above 10,000 kW from 2025"),
    v.between("met_by_chance", 0, 0, "what is met reaches the rate"),
    v.between("failed_by_chance", 0, 0, "what is not met misses it"),
    v.between("missing_still_missed", -1e-6, None, "with the missing saving the rate is reached"),
    v.between("gap_judged", 0, 0, "no judgement over years that nobody stated"),
    v.between("years_behind", 1, 10, "ten years from 2015, four from 2025"),
    v.between("plan_without_reason", 0, 0, "a plan of improvement is for an average that misses"),
    v.between("due_in_january", 1, 1, "reported by 31 January"),
    v.between("chips_rate_pct", 1.5, 1.5, "1,500,000 of 100,000,000 kWh"),
    v.between("chips_met", 1, 1, "1.5 % reaches 1.5 %"),
    v.between("chips_required_pct", 1.5, 1.5, "10,001 kW"),
    v.between("glass_required_pct", 1, 1, "10,000 kW"),
    v.between("exactly_1_pct_met", 1, 1, "1,000,000 of 100,000,000 kWh, 801 kW"),
    v.between("a_hair_below_met", 0, 0, "999,999 of 99,999,999 kWh"),
    v.between("a_hair_below_missing_kwh", 1, 1, "one kWh short"),
    v.between("small_user", 1, 1, "800 kW is not above 800 kW"),
    v.between("cogen_before_kwh", 2_000_000, 2_000_000, "8.6e9 kcal / 860 x 20 %"),
    v.between("cogen_counted_kwh", 492_500, 492_500, "0.5 % of 98,500,000 kWh"),
    v.between("cogen_electricity_kwh", 98_500_000, 98_500_000, "20 + 100 - 21.5 million kWh"),
    v.between("power_counted_kwh", 99_999.9, 99_999.9, "214,999,785 kcal / 860 x 40 %, just below the cap"),
    v.between("heat_at_counted_kwh", 100_000, 100_000, "at the cap"),
    v.between("heat_above_counted_kwh", 100_000, 100_000, "100,000.1 kWh, capped"),
    v.between("heat_above_is_flagged", 1, 1, "and says so"),
    v.between("foods_2015_pct", 0.990099, 0.990100, "600,000 of 60,600,000 kWh: half of the measure of June"),
    v.between("foods_average_pct", 0.873881, 0.873882, "5,338,000 of 610,838,000 kWh over ten years"),
    v.between("foods_2025_average_pct", 1.590946, 1.590947, "970,000 of 60,970,000 kWh: 2025 begins anew"),
    v.between("gap_open", 1, 1, "2016 is missing"),
    v.between("late_average_met", 1, 1, "years of 800 kW or less are left out"),
    v.between("no_rule_in_2029", 1, 1, "no rule is at hand after 2028"),
]
