"""Carbon fees. Looks for a rate, deduction or coefficient applied wrongly, lost scenarios, and plants counted twice."""

import vocabulary as v

RATE = "case scenario_code when 'general' then 300 when 'plan_a' then 50 when 'high_leakage_a' then 50 else 100 end"
GENERAL, LEAKAGE = (
    f"max(chargeable_tco2e) filter (where scenario_code = '{code}') over (partition by tax_id, year)"
    for code in ("general", "high_leakage_a")
)
# Formosa Petrochemical in 2024: three plants, 23,444,689.44 t, all above 25,000 t.
FORMOSA = "tax_id = '86522210' and year = 2024 and scenario_code"

DERIVED = {
    "scenarios_of_company": "count(*) over (partition by tax_id, year)",
    # (300, 50 or 100 TWD x tonnes) less the fee: below one TWD for every plant that pays
    "cut_per_plant": f"({RATE} * chargeable_tco2e - fee_twd) / nullif(liable_facility_count, 0)",
    # E - 25,000 n in one scenario, 0.2 E in the other: five times this less that is 25,000 n
    "deduction_per_plant": f"(5 * ({LEAKAGE}) - ({GENERAL})) / nullif(liable_facility_count, 0)",
    "fee_without_plant": "(liable_facility_count = 0 and fee_twd > 0)::integer",
    "plants_below_threshold": "facility_count - liable_facility_count",
    "wrong_begin": "(is_in_force <> (year >= 2025))::integer",
    "bn_twd_of_year": """case when year >= 2015 and scenario_code = 'general'
        then sum(fee_twd) over (partition by year, scenario_code) / 1e9 end""",
    "wrong_share": """(fee_share_of_net_profit_ratio is not null and (net_profit_twd <= 0
        or abs(fee_share_of_net_profit_ratio - fee_twd / net_profit_twd) > 1e-6))::integer""",
    # no Taiwanese company but TSMC earned more than a trillion TWD a year, and TSMC never less than 300 billion
    "wrong_profit": """coalesce(abs(net_profit_twd) > 3e12
        or (tax_id = '22099131' and net_profit_twd not between 2e11 and 3e12), false)::integer""",
    "formosa_general": f"case when {FORMOSA} = 'general' then fee_twd end",
    "formosa_high_leakage_b": f"case when {FORMOSA} = 'high_leakage_b' then fee_twd end",
    "formosa_plants": f"case when {FORMOSA} = 'general' then liable_facility_count end",
}

EXPECTATIONS = [
    v.printed_as("tax_id", r"^\d{8}$", "a tax id has eight digits"),
    v.codes(
        "scenario_code",
        ["general", "plan_a", "plan_b", "high_leakage_a", "high_leakage_b"],
        "the general rate, two preferential rates, and both for industries of high leakage risk",
    ),
    v.between("scenarios_of_company", 5, 5, "every company has every scenario of every year"),
    v.between("cut_per_plant", -1e-4, 1, "300, 50 and 100 TWD a tonne, cut to whole TWD plant by plant"),
    v.between(
        "deduction_per_plant", 24_999.99, 25_000.01, "K of 25,000 t a plant, the coefficient of high leakage 0.2"
    ),
    v.between("fee_without_plant", 0, 0, "a company without a plant of 25,000 t pays nothing"),
    v.between("plants_below_threshold", 0, 40, "plants that pay are some of the plants"),
    v.between("facility_count", 1, 60, "plants of one company"),
    v.between("chargeable_tco2e", 0, 1.3e8, "the power company stays below 130 million tonnes"),
    v.between("fee_twd", 0, 3.9e10, "130 million tonnes at 300 TWD"),
    v.between("bn_twd_of_year", 20, 100, "90 to 330 million tonnes at 300 TWD"),
    v.between("wrong_begin", 0, 0, "the fee begins with the emissions of 2025"),
    v.between("wrong_share", 0, 0, "the share is of a profit, never of a loss"),
    v.between("wrong_profit", 0, 0, "statements are in thousand TWD, profits in TWD"),
    v.between("formosa_general", 7_010_906_831, 7_010_906_832, "(23,444,689.44 t - 3 x 25,000 t) x 300 TWD"),
    v.between("formosa_high_leakage_b", 468_893_786, 468_893_788, "23,444,689.44 t x 0.2 x 100 TWD"),
    v.between("formosa_plants", 3, 3, "its three plants in Mailiao all pay"),
]
