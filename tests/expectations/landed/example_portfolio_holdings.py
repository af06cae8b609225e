"""The made-up funds. Looks for amounts that no longer add to a hundred, which the hand calculations assume."""

import vocabulary as v

DERIVED = {
    "amount": "investment_value",
    "fund_total": "sum(investment_value) over (partition by portfolio_id, year, quarter)",
}

EXPECTATIONS = [
    v.codes("portfolio_id", ["EXF1", "EXF2"], "one with scored companies, one with none"),
    v.contains("company_id", ["EX01", "EX19", "EX99"], "good, weak and unknown"),
    v.between("fund_total", 100, 100, "amounts are per cent as well"),
    v.between("amount", 1, 99, "no fund of one company"),
    v.codes("source_release_key", ["example_targets"], "made up, and says so"),
]
