"""Trip tests. Looks for tests that prove nothing taken for verdicts, and samples passed on one point."""

import vocabulary as v


def of(point: int, value: str) -> str:
    """The test of the article at one point, as SQL."""
    return (
        f"case when input_code = 'example' and sample_id = 'BSMI-FIG-3-4' and test_point_pct = {point} then {value} end"
    )


SAMPLE = "over (partition by input_code, sample_id)"

DERIVED = {
    "setting_off": "abs(setting_ampere - rated_current_ampere * instantaneous_multiple_ratio)",
    "nominal_off": "abs(nominal_current_ampere - setting_ampere * test_point_pct / 100)",
    "point": "test_point_pct",
    "passed_80": """case when test_point_pct = 80 and verdict_code = 'pass' then (test_current_ampere < nominal_current_ampere
        or duration_second < 0.2 or has_tripped and duration_second <= 0.2)::integer end""",
    "failed_80": """case when test_point_pct = 80 and verdict_code = 'fail' then (test_current_ampere > nominal_current_ampere
        or not has_tripped or duration_second > 0.2)::integer end""",
    "passed_120": """case when test_point_pct = 120 and verdict_code = 'pass' then (not has_tripped or duration_second > 0.2
        or test_current_ampere > nominal_current_ampere * 1.01 + 1e-6)::integer end""",
    "failed_120": """case when test_point_pct = 120 and verdict_code = 'fail' then (duration_second < 0.2
        or has_tripped and duration_second <= 0.2 or test_current_ampere < nominal_current_ampere * 0.99 - 1e-6)::integer end""",
    "wrong_sample": f"""(sample_verdict_code <> case when bool_or(verdict_code = 'fail') {SAMPLE} then 'fail'
        when bool_or(verdict_code = 'pass' and test_point_pct = 80) {SAMPLE}
            and bool_or(verdict_code = 'pass' and test_point_pct = 120) {SAMPLE} then 'pass' else 'incomplete' end)::integer""",
    "article_setting": of(80, "setting_ampere"),
    "article_80": of(80, "nominal_current_ampere"),
    "article_120": of(120, "nominal_current_ampere"),
    "article_80_passes": of(80, "(verdict_code = 'pass')::integer"),
    "article_120_passes": of(120, "(verdict_code = 'pass' and flags like '%below_nominal%')::integer"),
    "article_sample_passes": of(120, "(sample_verdict_code = 'pass')::integer"),
    "example_verdict": "case when input_code = 'example' then verdict_code end",
    "example_sample": "case when input_code = 'example' then sample_verdict_code end",
}

EXPECTATIONS = [
    v.between("point", 80, 120, "80 or 120 % of the setting"),
    v.between("setting_off", 0, 1e-5, "rated current times multiple"),
    v.between("nominal_off", 0, 1e-5, "80 or 120 % of it"),
    v.between("duration_second", 0, 60, "seconds, not milliseconds"),
    v.between("time_limit_second", 0.2, 0.2, "0.2 s"),
    v.between("passed_80", 0, 0, "80 % or more, held 0.2 s"),
    v.between("failed_80", 0, 0, "a trip above 80 % proves nothing"),
    v.between("passed_120", 0, 0, "a trip at more than 1 % above 120 % proves nothing"),
    v.between("failed_120", 0, 0, "no trip more than 1 % below 120 % proves nothing"),
    v.between("wrong_sample", 0, 0, "both points, and no fail"),
    v.between("article_setting", 345, 345, "15 A x 23"),
    v.between("article_80", 276, 276, "80 % of 345 A"),
    v.between("article_120", 414, 414, "120 % of 345 A"),
    v.between("article_80_passes", 1, 1, "285.1 A held 0.207 s"),
    v.between("article_120_passes", 1, 1, "413.2 A tripped at 0.103 s, just below 414 A, and says so"),
    v.between("article_sample_passes", 1, 1, "both pass"),
    v.codes("example_verdict", ["pass", "fail", "invalid_test"], "all three occur"),
    v.codes("example_sample", ["pass", "fail", "incomplete"], "all three occur"),
]
