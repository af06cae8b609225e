"""Temperature scores of companies. Looks for scores out of range, defaults that are not 3.2, a step of the method left out, and lost boxes.

The example rows are pinned to scores worked out by hand from the regression rows; see models/_docs/methodology/targets/temperature_scores.md.
"""

import great_expectations.expectations as gxe
import vocabulary as v

# What the made-up companies show, by hand: company, time frame, scope, score, why.
EXAMPLES = [
    ("EX01", "mid", "S1S2", 1.39, "4.2 % a year: 2.697 - 0.3123 x 4.2"),
    ("EX02", "mid", "S1S2", 1.27, "S1 and S2 combine: 45.79 % with 95 % coverage"),
    ("EX03", "mid", "S1S2", 1.76, "S1 alone covers 75 %: 3 % a year"),
    ("EX04", "mid", "S3", 2.04, "50 % of S3 covered: 2.1 % a year"),
    ("EX04", "mid", "S1S2S3", 1.88, "(1.385 x 100 + 2.041 x 300) / 400"),
    ("EX05", "mid", "S1S2", 1.46, "94 % coverage: 3.948 % a year"),
    ("EX06", "mid", "S3", 1.83, "66 % coverage: 2.772 % a year"),
    ("EX07", "mid", "S3", 1.39, "67 % is enough"),
    ("EX08", "mid", "S1S2", 2.38, "higher coverage before higher ambition"),
    ("EX09", "mid", "S1S2", 2.07, "later end year"),
    ("EX10", "mid", "S1S2", 2.07, "later base year"),
    ("EX11", "mid", "S1S2", 2.38, "absolute before intensity"),
    ("EX12", "mid", "S1S2", 1.76, "higher ambition"),
    ("EX13", "mid", "S1S2S3", 1.39, "S3 of 39.99 % does not count"),
    ("EX14", "mid", "S1S2S3", 2.11, "S3 of 40 % does"),
    ("EX15", "mid", "S1S2", 1.87, "revenue intensity"),
    ("EX16", "mid", "S1S2", 1.64, "intensity of power"),
    ("EX17", "mid", "S1S2", 0.84, "intensity of oil"),
    ("EX18", "mid", "S1S2", 3.2, "metric Other"),
    ("EX19", "mid", "S1S2", 3.57, "worse than no target"),
    ("EX20", "mid", "S1S2", 1.31, "cement has a scenario of its own"),
    ("EX21", "mid", "S1S2", 1.39, "no ISIC code: other"),
    ("EX22", "mid", "S1S2", 3.2, "ends before it starts"),
    ("EX23", "mid", "S1S2", 3.2, "already achieved"),
    ("EX24", "mid", "S1S2", 1.39, "99 % achieved"),
    ("EX25", "short", "S1S2", 3.2, "ended"),
    ("EX26", "short", "S1S2", 1.68, "ends in the reporting year of the default"),
    ("EX27", "mid", "S1S2", 0, "floor"),
    ("EX28", "short", "S1S2", 1.68, "4 years ahead"),
    ("EX28", "mid", "S1S2", 1.39, "15 years ahead"),
    ("EX28", "long", "S1S2", 1.63, "30 years ahead, not 31"),
    ("EX29", "mid", "S1S2", 3.2, "S1 alone without coverage"),
    ("EX31", "mid", "S1S2S3", 3.2, "emissions unknown"),
]


def example(company: str, frame: str, scope: str) -> str:
    """Score of one example in the default reporting year, as SQL; the name of the derived column follows from the three."""
    return (
        f"case when input_code = 'example' and company_id = '{company}' and time_frame_code = '{frame}'"
        f" and scope_code = '{scope}' then temperature_score::double end"
    )


DERIVED = {
    **{f"{c}_{f}_{s}".lower(): example(c, f, s) for c, f, s, *_ in EXAMPLES},
    "boxes": "count(*) over (partition by input_code, company_id)",
    "box_twice": "count(*) over (partition by input_code, company_id, time_frame_code, scope_code)",
    "score": "temperature_score::double",
    "default_score": "case when is_default then temperature_score::double end",
    "wrong_default": "(is_default <> (default_ratio >= 1))::integer",
    # without a target behind it only S1S2S3 can have a score of its own
    "untargeted": "(scope_code <> 'S1S2S3' and (target_id is null) <> is_default)::integer",
    "wrong_frame": """case when end_year is not null then (time_frame_code <> case when end_year - reporting_year <= 4 then 'short'
        when end_year - reporting_year <= 15 then 'mid' else 'long' end)::integer end""",
    "years_ahead": "end_year - reporting_year",
    "rate_error": "annual_reduction_pct - 100 * used_ambition_ratio / (end_year - base_year)",
    "ambition_gained": "used_ambition_ratio - stated_ambition_ratio",
    "wrongly_scaled": """case when coverage_ratio is not null then (abs(used_ambition_ratio - stated_ambition_ratio
        * case when coverage_ratio < case scope_code when 'S3' then 0.67 else 0.95 end then coverage_ratio else 1 end) > 1e-9)::integer end""",
    "wrong_slope": """case when regression_key is not null then (regression_key <> scenario_variable || ':'
        || case time_frame_code when 'short' then 5 when 'mid' then 15 else 30 end)::integer end""",
    "record_score": "case when input_code = 'record' and not is_default and scope_code = 'S1S2' then temperature_score::double end",
    # UMC 聯電: 42 % from 2020 to 2030, the rate of the first example
    "umc": "case when company_id = '47217677' and time_frame_code = 'mid' and scope_code = 'S1S2' then temperature_score::double end",
    # China Steel 中鋼: 25 % from 2018 to 2030 is 2.0833 % a year on the line of CO2
    "china_steel": "case when company_id = '30414175' and time_frame_code = 'mid' and scope_code = 'S1S2' then temperature_score::double end",
    "record_s3": "case when input_code = 'record' and scope_code = 'S3' then is_default::integer end",
}

EXPECTATIONS = [
    v.contains(
        "input_code", ["record", "example"], "companies of record and examples; a portfolio of the user where given"
    ),
    v.codes("time_frame_code", ["short", "mid", "long"], "three time frames"),
    v.codes("scope_code", ["S1S2", "S3", "S1S2S3"], "three scopes"),
    v.between("boxes", 9, 9, "nine scores of every company"),
    v.between("box_twice", 1, 1, "each of them once"),
    v.between("score", 0, 4.93, "from the floor to the highest intercept"),
    v.between("default_score", 3.2, 3.2, "the default is 3.2"),
    v.between("default_ratio", 0, 1, "a share"),
    v.between("wrong_default", 0, 0, "default means all of it"),
    v.between("untargeted", 0, 0, "a score has a target, or is the default"),
    v.between("wrong_frame", 0, 0, "4 and 15 years from the reporting year"),
    v.between("years_ahead", 0, 30, "no target that has ended, none beyond 30 years"),
    v.between("rate_error", -1e-6, 1e-6, "ambition over years from the base year"),
    v.between("ambition_gained", None, 1e-9, "coverage only takes ambition away"),
    v.between("wrongly_scaled", 0, 0, "ambition is multiplied by coverage below the limit only"),
    v.between("wrong_slope", 0, 0, "slopes of 5, 15 and 30 years"),
    v.between("annual_reduction_pct", 0, 100, "per cent a year"),
    v.median_between("record_score", 1, 2.6, "targets of companies lie below the default"),
    v.between("umc", 1.39, 1.39, "42 % in ten years"),
    v.between("china_steel", 1.97, 1.97, "2.617 - 0.3116 x 2.0833"),
    v.between("record_s3", 1, 1, "the sources have no scope 3 targets with figures"),
    v.filled("temperature_score", 1, "no company without a score"),
    gxe.ExpectColumnMeanToBeBetween(
        column="default_ratio",
        min_value=0.4,
        max_value=0.97,
        severity="warning",
        description="many boxes have no target",
    ),
    *[v.between(f"{c}_{f}_{s}".lower(), score, score, why) for c, f, s, score, why in EXAMPLES],
]
