"""Exposure of funds. Looks for weights in per cent, companies counted twice, and sums that do not fit the weights."""

import great_expectations.expectations as gxe
import vocabulary as v

TAIWAN_50 = "fund_code = '0050' and year = 2026 and quarter = 2"

DERIVED = {
    "fund_twice": "count(*) over (partition by fund_code, year, quarter)",
    "ratio_error": "emitter_count_ratio - emitter_count / holding_count",
    "emitters_beyond_identified": "emitter_weight_ratio - identified_weight_ratio",
    "identified_beyond_total": "identified_weight_ratio - weight_total_ratio",
    # weight x emissions, added up, is never more than all weight times all emissions
    "weighted_beyond_sum": "weighted_emissions_tco2e - emitter_weight_ratio * sum_emissions_tco2e",
    "weighted_coal_beyond_sum": "weighted_coal_t - 1.05 * sum_coal_t",
    "wrong_emitters": "((emitter_count = 0) <> (sum_emissions_tco2e = 0))::integer",
    "wrong_coal_users": "((coal_user_count = 0) <> (sum_coal_t = 0))::integer",
    "emission_years": "max(emission_year) over () - emission_year",
    "taiwan_50_holdings": f"case when {TAIWAN_50} then holding_count end",
    "taiwan_50_weight": f"case when {TAIWAN_50} then weight_total_ratio end",
    # TSMC weighs 55 to 60 % and emits 12.1 Mt: 6.7 to 7.3 Mt from it alone
    "taiwan_50_weighted": f"case when {TAIWAN_50} then weighted_emissions_tco2e end",
    "taiwan_50_sum": f"case when {TAIWAN_50} then sum_emissions_tco2e end",
    "taiwan_50_is_esg": f"case when {TAIWAN_50} then is_esg_labelled::integer end",
    "governance_is_esg": "case when fund_code = '00692' then is_esg_labelled::integer end",
}

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=5, max_value=5_000, severity="critical", description="five funds in the embedded default"
    ),
    v.filled("fund_code", 1, "a fund has a code, or its name where no code is published"),
    v.contains("fund_code", ["0050", "0056"], "tickers keep their leading zeros"),
    v.between("fund_twice", 1, 1, "one row a fund and quarter"),
    v.between("holding_count", 1, 400, "securities of one fund"),
    v.between("weight_total_ratio", 0, 1.05, "ratios of the fund, as published"),
    v.median_between("weight_total_ratio", 0.9, 1, "most funds are invested"),
    v.between("emitter_weight_ratio", 0, 1.05, "ratios of the fund, as published"),
    v.between("emitters_beyond_identified", None, 1e-6, "an emitter is an identified company"),
    v.between("identified_beyond_total", None, 1e-6, "what is identified is held"),
    v.between("ratio_error", -1e-6, 1e-6, "emitters over securities"),
    v.between("emitter_count_ratio", 0, 1, "emitters are some of the securities"),
    v.between("sum_emissions_tco2e", 0, 3.3e8, "never more than the whole registry"),
    v.between("sum_coal_t", 0, 7e7, "never more than the coal Taiwan burns"),
    v.between("weighted_beyond_sum", None, 1, "a weighted sum stays below the plain one"),
    v.between("weighted_coal_beyond_sum", None, 1, "and so for coal"),
    v.between("wrong_emitters", 0, 0, "emitters emit"),
    v.between("wrong_coal_users", 0, 0, "coal users burn coal"),
    v.between("emission_years", 0, 0, "emissions of one year"),
    v.between("taiwan_50_holdings", 50, 51, "the Taiwan 50 holds 50"),
    v.between("taiwan_50_weight", 0.99, 1, "99.55 % of it in securities"),
    v.between("taiwan_50_weighted", 6.5e6, 8e6, "mostly TSMC: more than half of the fund, 12.1 million tonnes"),
    v.between("taiwan_50_sum", 3.8e7, 6e7, "41 million tonnes of the embedded panel, 43 of all emitters"),
    v.between("taiwan_50_is_esg", 0, 0, "the Taiwan 50 carries no ESG label"),
    v.between("governance_is_esg", 1, 1, "the fund on corporate governance does"),
]
