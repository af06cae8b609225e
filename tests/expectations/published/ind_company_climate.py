"""The ten indicators. Looks for ratios in the place of per cent, and judgements all of one kind."""

import vocabulary as v

DERIVED = {
    "pledge_year": "case when indicator_code = 'net_zero_pledge' then value end",
    "share_pct": """case when indicator_code in ('renewable_target', 'energy_by_type',
        'low_carbon_revenue') then value end""",
    "rebased_pct": "case when indicator_code = 'target_2030' then value end",
    "saving_pct": "case when indicator_code = 'annual_saving' then value end",
    "judged_met": "is_met::integer",
    "unassessed": "(status = 'not_assessed')::integer",
}

EXPECTATIONS = [
    v.between("pledge_year", 2000, 2100, "a year of net zero"),
    v.between("share_pct", 0, 100, "shares in per cent"),
    v.median("share_pct", 1, 90, "a ratio in the place of per cent would be below 1"),
    v.between("rebased_pct", None, 100, "nobody takes out more than all"),
    v.median("rebased_pct", 5, 60, "near the national target, in per cent"),
    v.between("saving_pct", -5, 20, "per cent a year, not over the whole period"),
    v.mean("judged_met", 0.1, 0.9, "some indicators are met, and some are not"),
    v.mean("unassessed", None, 0.8, "a good part of the companies has a report"),
]
