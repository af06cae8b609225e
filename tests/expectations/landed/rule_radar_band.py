"""Bands of the radar. Looks for bands that are out of order, ratios in the place of per cent, and a lost axis."""

import vocabulary as v

AXES = ("absolute_target_2030", "renewable_target", "annual_saving", "renewable_share", "efficiency_improvement")
BANDS = {
    "radar:1:3": 43,
    "radar:1:2": 26,
    "radar:2:2": 30,
    "radar:2:1": 10,
    "radar:3:3": 2,
    "radar:3:2": 1.5,
    "radar:3:1": 1,
    "radar:4:3": 15,
    "radar:4:2": 10,
    "radar:4:1": 5,
    "radar:5:3": 3,
    "radar:5:2": 2,
    "radar:5:1": 1,
    "radar:6:1": 1,
}

DERIVED = {
    **{f"minimum_{key[6]}_{key[8]}": f"case when rule_key = '{key}' then minimum_value end" for key in BANDS},
    "score_number": "score",
    "bands_of_axis": "count(*) over (partition by axis_no, valid_from_year)",
    # a band of a higher score asks for more, or for the same and RE100
    "step": """minimum_value - lag(minimum_value) over (partition by axis_no, valid_from_year order by score)
        + needs_re100::integer""",
    "lowest_with_minimum": "(score = 0 and minimum_value is not null)::integer",
    "wrong_key": "(rule_key <> 'radar:' || axis_no || ':' || score)::integer",
    "wrong_band": """(band_code <> case score when 3 then 'beyond_expectation' when 2 then 'meets'
        when 1 then 'needs_work' else 'far_below' end)::integer""",
    "wrong_unit": "(unit_code <> case when axis_no = '6' then 'count' else 'pct' end)::integer",
    "strict_bands": "case when is_strict then rule_key end",
    "re100_bands": "case when needs_re100 then rule_key end",
    "minimum_pct": "case when unit_code = 'pct' then minimum_value end",
}

EXPECTATIONS = [
    v.codes("axis_no", "123456", "six axes"),
    v.codes("axis_code", [*AXES, "scope3"], "six axes by name"),
    v.codes("score_number", range(4), "scores of 0 to 3"),
    v.between("bands_of_axis", 4, 4, "four bands of every axis"),
    *[v.between(f"minimum_{key[6]}_{key[8]}", least, least, "the published band") for key, least in BANDS.items()],
    v.between("step", 0.1, None, "a higher score asks for more"),
    v.between("minimum_pct", 1, 100, "per cent, not ratios"),
    v.between("lowest_with_minimum", 0, 0, "the lowest band takes all"),
    v.between("wrong_key", 0, 0, "a key is axis and score"),
    v.between("wrong_band", 0, 0, "a band has the name of its score"),
    v.between("wrong_unit", 0, 0, "per cent, and a count for scope 3"),
    v.codes("strict_bands", ["radar:4:2"], "only the renewable share must be more than 10 %"),
    v.codes("re100_bands", ["radar:2:3"], "only the best renewable target asks for RE100"),
    v.filled("source", 1, "every band names its source"),
]
