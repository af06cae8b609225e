"""Scorecards. Looks for lost companies and a rank by something else."""

import vocabulary as v

DERIVED = {
    "more_met_than_applicable": "met_count - applicable_count",
    "larger_ranks_later": """case when total_tco2e is not null then total_tco2e - lag(total_tco2e)
        over (partition by report_year order by rank nulls last) end""",
    "total_mt": "sum(total_tco2e) over (partition by report_year) / 1e6",
}

EXPECTATIONS = [
    v.between("more_met_than_applicable", None, 0, "what is met applies"),
    v.between("larger_ranks_later", None, 0.01, "ranked by emissions, the largest first"),
    v.between("total_mt", 50, 350, "million tonnes of all companies together"),
    v.between("total_tco2e", 0, 1.3e8, "no company emits 130 million tonnes"),
    v.mean("met_count", 0.5, 8, "of ten indicators"),
]
