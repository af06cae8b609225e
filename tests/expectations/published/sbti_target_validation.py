"""Targets against the criteria. Looks for failures out of missing inputs, lost readings, undated rules and wrong thresholds."""

import vocabulary as v


def example(target: str, criterion: str, reading: str = "official_v1_2") -> str:
    """1 where a made-up target passes, 0 where it fails, as SQL."""
    key, target_id = (target, "company") if "-" not in target else (target[:4], target)
    return (
        f"case when company_key = 'example:{key}' and target_id = '{target_id}' and criterion_code = '{criterion}'"
        f" and reading = '{reading}' then case result when 'pass' then 1 when 'fail' then 0 end end"
    )


# What the criteria ask in per cent whatever the years, by hand.
FIXED = """case criterion_code when 's12_coverage' then 95 when 's3_near_term_coverage' then 67 when 's3_long_term_coverage' then 90
    when 'long_term_absolute' then 90 when 'long_term_intensity' then 97 when 'fossil_fuel_coverage' then 100 end"""

DERIVED = {
    "row_twice": "count(*) over (partition by company_key, target_id, criterion_code, reading)",
    "failed_without_figure": """(result = 'fail' and actual_value is null
        and criterion_code not in ('no_offsets', 's3_target_needed', 'fossil_fuel_ambition'))::integer""",
    "open_without_reason": "(result = 'not_assessable' and missing_inputs is null)::integer",
    "reason_without_open": "(result <> 'not_assessable' and missing_inputs is not null)::integer",
    "passes_below": """(result = 'pass' and criterion_code in ('s12_coverage', 's3_near_term_coverage', 's3_long_term_coverage',
        'long_term_absolute', 'long_term_intensity', 's12_near_term_absolute', 's3_near_term_absolute', 's3_near_term_intensity')
        and explanation not like '%not needed%' and actual_value < required_value - 0.0501)::integer""",
    "wrong_requirement": f"({FIXED} is not null and required_value is not null and required_value <> {FIXED})::integer",
    # 2.5 before 2022-07-15 and 4.2 after it, over 1 to 40 years
    "rate_pct": """case when criterion_code = 's12_near_term_absolute' and target_year > base_year
        then round(required_value / (target_year - case when criteria_version = 'criteria_v4' then base_year
            else least(base_year, 2020) end), 6) end""",
    "compound_pct": "case when criterion_code = 's3_near_term_intensity' then required_value end",
    "readings_of_row": """count(*) over (partition by company_key, target_id, criterion_code)
        + (criterion_code in ('fossil_fuel_coverage', 'fossil_fuel_ambition', 'classification_1_5c', 'classification_well_below_2c'))::integer""",
    "reduction": "reduction_pct",
    "subsidiary_flag": "case when flags = 'subsidiary_only' then 1 end",
    "revenue_flag": "case when flags = 'revenue_intensity' then 1 end",
    "late_base_passes": example("EX03-T1", "s12_near_term_absolute"),
    "unanchored_fails": example("EX04-T1", "s12_near_term_absolute"),
    "early_base_fails": example("EX02-T1", "s12_near_term_absolute"),
    "compound_passes": example("EX04-T2", "s3_near_term_intensity"),
    "compound_fails": example("EX05-T2", "s3_near_term_intensity"),
    "forty_is_needed": example("EX08", "s3_target_needed"),
    "below_forty_is_not": example("EX09", "s3_target_needed"),
    "first_half_newsletter": example("EX16-T2", "near_term_window", "newsletter"),
    "first_half_official": example("EX16-T2", "near_term_window"),
    "old_rule_passes": example("EX36-T1", "s12_near_term_absolute"),
    "new_rule_fails": example("EX37-T1", "s12_near_term_absolute"),
    "exactly_24_months": example("EX23", "commitment"),
    "a_day_more": example("EX24", "commitment"),
    "china_steel_passes": """case when company_key = 'report:30414175' and target_id = 'mid_term' and criterion_code = 's12_near_term_absolute'
        then (result <> 'fail')::integer end""",
    "china_steel_required_pct": """case when company_key = 'report:30414175' and criterion_code = 's12_near_term_absolute'
        then required_value end""",
}

EXPECTATIONS = [
    v.between("row_twice", 1, 1, "one row per target, criterion and reading"),
    v.codes("result", ["pass", "fail", "not_assessable"], "three results"),
    v.codes("reading", ["newsletter", "official_v1_2"], "both readings"),
    v.contains("input_code", ["example", "report"], "made-up examples, and what reports say"),
    v.between("readings_of_row", 2, 2, "every criterion in both readings, but the official ones"),
    v.between("failed_without_figure", 0, 0, "what is missing never fails"),
    v.between("open_without_reason", 0, 0, "what is open names its missing input"),
    v.between("reason_without_open", 0, 0, "what is judged misses nothing"),
    v.between("passes_below", 0, 0, "what passes reaches what is asked, within 0.05 points"),
    v.between("wrong_requirement", 0, 0, "95, 67, 90, 90, 97 and 100 per cent"),
    v.codes("rate_pct", [2.5, 4.2], "the two rates, years anchored to 2020 under the newer"),
    v.between("compound_pct", 7, 97, "7 % a year, compounded, never above the whole"),
    v.between("reduction", 0, 100, "per cent"),
    v.between("subsidiary_flag", 1, 1, "a subsidiary alone is warned"),
    v.between("revenue_flag", 1, 1, "revenue in the place of value added is warned"),
    v.filled("explanation", 1, "every result says what was compared"),
    v.between("late_base_passes", 1, 1, "42 % from 2022 to 2030"),
    v.between("unanchored_fails", 0, 0, "33.6 % from 2022 to 2030"),
    v.between("early_base_fails", 0, 0, "42 % from 2019 to 2030: 46.2 needed"),
    v.between("compound_passes", 1, 1, "51.6 % from 2020 to 2030"),
    v.between("compound_fails", 0, 0, "51.5 % from 2020 to 2030"),
    v.between("forty_is_needed", 0, 0, "40 of 100 t needs a target"),
    v.between("below_forty_is_not", 1, 1, "39.99 of 100 t does not"),
    v.between("first_half_newsletter", 0, 0, "2028 on 2024-06-30 by the letter"),
    v.between("first_half_official", 1, 1, "2028 on 2024-06-30 officially"),
    v.between("old_rule_passes", 1, 1, "25 % submitted on 2022-07-14"),
    v.between("new_rule_fails", 0, 0, "25 % submitted on 2022-07-15"),
    v.between("exactly_24_months", 1, 1, "is still Committed"),
    v.between("a_day_more", 0, 0, "is not"),
    v.between("china_steel_passes", 0, 0, "25 % from 2018 to 2030 fails every version: 30 % and 50.4 %"),
    v.between("china_steel_required_pct", 50.4, 50.4, "4.2 x 12"),
]
