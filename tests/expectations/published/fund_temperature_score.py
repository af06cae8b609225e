"""Temperature scores of funds. Looks for means outside their parts, scores out of nothing, and aggregations mixed up.

The example funds are pinned to means worked out by hand from the scores of the example companies.
"""

import vocabulary as v


def example(aggregation: str, fund: str = "EXF1", frame: str = "mid", scope: str = "S1S2") -> str:
    """Score of an example fund, as SQL."""
    return (
        f"case when input_code = 'example' and fund_code = '{fund}' and time_frame_code = '{frame}' and scope_code = '{scope}'"
        f" and aggregation_code = '{aggregation}' then temperature_score::double end"
    )


DERIVED = {
    "score": "temperature_score::double",
    "boxes": "count(*) over (partition by input_code, fund_code, year, quarter)",
    "box_twice": """count(*) over (partition by input_code, fund_code, year, quarter, time_frame_code, scope_code,
        aggregation_code)""",
    "unexplained": "(temperature_score is null and missing_input is null)::integer",
    "out_of_nothing": "((used_holding_count = 0) <> (temperature_score is null))::integer",
    "all_default": "case when default_ratio > 1 - 1e-9 then temperature_score::double end",
    "owned_of_record": "case when input_code = 'record' and aggregation_code not in ('WATS', 'TETS') then used_holding_count end",
    "weighted_of_record": "case when input_code = 'record' and aggregation_code = 'WATS' then used_weight_ratio end",
    "scored_beyond_held": "scored_holding_count - holding_count",
    # TSMC is more than half of the Taiwan 50 and has no mid-term figure: near the default, below it
    "taiwan_50": """case when fund_code = '0050' and time_frame_code = 'mid' and scope_code = 'S1S2' and aggregation_code = 'WATS'
        then temperature_score::double end""",
    "example_wats": example("WATS"),
    "example_tets": example("TETS"),
    "example_mots": example("MOTS"),
    "example_eots": example("EOTS"),
    "example_ecots_count": """case when fund_code = 'EXF1' and aggregation_code = 'ECOTS' and input_code = 'example'
        then used_holding_count end""",
    "example_aots": example("AOTS"),
    "example_rots": example("ROTS"),
    "unknown_fund": example("WATS", fund="EXF2"),
    "unknown_fund_emissions": """case when fund_code = 'EXF2' and aggregation_code = 'TETS' and input_code = 'example'
        then used_holding_count end""",
}

EXPECTATIONS = [
    v.contains("input_code", ["record", "example"], "published funds and examples"),
    v.contains("fund_code", ["0050", "0056"], "tickers keep their leading zeros"),
    v.codes("aggregation_code", ["WATS", "TETS", "MOTS", "EOTS", "ECOTS", "AOTS", "ROTS"], "seven aggregations"),
    v.codes("time_frame_code", ["short", "mid", "long"], "three time frames"),
    v.codes("scope_code", ["S1S2", "S3", "S1S2S3"], "three scopes"),
    v.between("boxes", 63, 63, "nine boxes by seven aggregations"),
    v.between("box_twice", 1, 1, "each of them once"),
    v.between("score", 0, 4.93, "a mean of scores"),
    v.between("unexplained", 0, 0, "a score that is missing says why"),
    v.between("out_of_nothing", 0, 0, "no score without a holding to weigh"),
    v.between("all_default", 3.2, 3.2, "without a target behind it the mean is the default"),
    v.between("default_ratio", 0, 1 + 1e-6, "a share"),
    v.between("used_weight_ratio", 0, 1 + 1e-6, "a share"),
    v.between("owned_of_record", 0, 0, "no source has market values or balance sheets"),
    v.between("weighted_of_record", 1 - 1e-6, 1 + 1e-6, "every published holding has a weight"),
    v.between("scored_beyond_held", None, 0, "some of the holdings"),
    v.between("taiwan_50", 2.3, 3.2, "mostly without targets that can be used"),
    v.between("example_wats", 2.41, 2.41, "(1.39 x 50 + 3.57 x 30 + 3.2 x 20) / 100 = 2.406"),
    v.between("example_tets", 3.02, 3.02, "(1.39 x 100 + 3.57 x 300) / 400 = 3.025, half to even"),
    v.between("example_mots", 3.1, 3.1, "(1.39 x 5 + 3.57 x 18) / 23"),
    v.between("example_eots", 1.39, 1.39, "one company has an enterprise value"),
    v.between("example_ecots_count", 0, 0, "none has enterprise value with cash"),
    v.between("example_aots", 3.3, 3.3, "(1.39 x 1.25 + 3.57 x 9) / 10.25"),
    v.between("example_rots", 1.39, 1.39, "a revenue of zero owns nothing"),
    v.between("unknown_fund", 3.2, 3.2, "holdings that lead to no company count with the default"),
    v.between("unknown_fund_emissions", 0, 0, "and cannot be weighed by emissions"),
]
