"""Required saving rates. Looks for lost bands and bands that overlap."""

import vocabulary as v

DERIVED = {
    "rate_to_2024": "case when period_code = '2015_2024' then required_pct end",
    "rate_to_10000_kw": "case when period_code = '2025_2028' and up_to_kw = 10000 then required_pct end",
    "rate_above_10000_kw": "case when period_code = '2025_2028' and above_kw = 10000 then required_pct end",
    "lowest_kw": "min(above_kw) over (partition by period_code)",
    "gap_kw": "above_kw - lag(up_to_kw) over (partition by period_code order by above_kw)",
    "open_bands": "count(*) filter (where up_to_kw is null) over (partition by period_code)",
    "wrong_period": "(period_code <> valid_from_year || '_' || valid_to_year)::integer",
}

EXPECTATIONS = [
    v.contains("period_code", ["2015_2024", "2025_2028"], "ROC 104-113 and 114-117"),
    v.between("rate_to_2024", 1, 1, "1 %"),
    v.between("rate_to_10000_kw", 1, 1, "801 to 10,000 kW"),
    v.between("rate_above_10000_kw", 1.5, 1.5, "above 10,000 kW"),
    v.between("lowest_kw", 800, 800, "above 800 kW"),
    v.between("gap_kw", 0, 0, "a band begins where the one before ends"),
    v.between("open_bands", 1, 1, "the last has no end"),
    v.between("wrong_period", 0, 0, "a period is named after its years"),
    v.filled("source", 1, "every rule names its source"),
]
