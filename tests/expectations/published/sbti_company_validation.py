"""Verdicts per company. Looks for failures that no criterion explains, lost companies, and examples in the place of records."""

import vocabulary as v


def verdict(key: str, value: str = "verdict", reading: str = "official_v1_2") -> str:
    """One column of one company, as SQL."""
    return f"case when company_key = '{key}' and reading = '{reading}' then {value} end"


DERIVED = {
    "readings_of_company": "count(*) over (partition by company_key)",
    "example_count": "count(*) filter (where input_code = 'example' and reading = 'newsletter') over ()",
    "report_count": "count(*) filter (where input_code = 'report' and reading = 'newsletter') over ()",
    "named_example": "(input_code = 'example' and company_name not like '%Example Company%')::integer",
    "fails_without_reason": "((verdict = 'fails') > (failed_criteria is not null))::integer",
    "meets_in_spite": "(verdict = 'meets' and (failed_criteria is not null or target_count = 0))::integer",
    "open_without_input": "(verdict = 'not_assessable' and missing_inputs is null)::integer",
    "disagrees_in_silence": "((is_disagreement is true) <> (disagreement is not null))::integer",
    "net_zero_short": "(net_zero_verdict = 'net_zero' and verdict = 'fails')::integer",
    "full": verdict("example:EX01"),
    "full_net_zero": verdict("example:EX01", "net_zero_verdict"),
    "leg_missing": verdict("example:EX31", "net_zero_verdict"),
    "committed": verdict("example:EX23", "status_by_dates"),
    "removed": verdict("example:EX24", "status_by_dates"),
    "removed_disagrees": verdict("example:EX24", "is_disagreement::integer"),
    "approved_but_fails": verdict("example:EX06", "is_disagreement::integer"),
    "old_target": verdict("example:EX36"),
    "old_target_short": verdict("example:EX36", "is_short_of_today::integer"),
    "china_steel": verdict("report:30414175"),
    "tsmc": verdict("report:22099131"),
}

EXPECTATIONS = [
    v.between("readings_of_company", 2, 2, "both readings of every company"),
    v.between("example_count", 42, 42, "42 made-up companies"),
    v.between("report_count", 30, None, "the panel at least"),
    v.between("named_example", 0, 0, "an example says that it is one"),
    v.codes("verdict", ["meets", "fails", "not_assessable", "no_target"], "four verdicts"),
    v.codes(
        "net_zero_verdict",
        ["net_zero", "near_term_only", "none", "not_assessable", "not_claimed"],
        "five standings of net zero",
    ),
    v.between("fails_without_reason", 0, 0, "a failure names its criterion"),
    v.between("meets_in_spite", 0, 0, "what meets fails nothing and has a target"),
    v.between("open_without_input", 0, 0, "what is open names its input"),
    v.between("disagrees_in_silence", 0, 0, "a disagreement says what differs"),
    v.between("net_zero_short", 0, 0, "net zero needs valid targets"),
    v.codes("full", ["meets"], "the whole example"),
    v.codes("full_net_zero", ["net_zero"], "with five legs"),
    v.codes("leg_missing", ["near_term_only"], "without long-term scope 3"),
    v.codes("committed", ["Committed"], "exactly 24 months"),
    v.codes("removed", ["Commitment removed"], "24 months and a day"),
    v.between("removed_disagrees", 1, 1, "while the SBTi says Committed"),
    v.between("approved_but_fails", 1, 1, "41.94 % is no 42 %"),
    v.codes("old_target", ["meets"], "well below 2 C, submitted on the last day"),
    v.between("old_target_short", 1, 1, "and short of today's 42 %"),
    v.codes("china_steel", ["fails"], "25 % from 2018 to 2030"),
    v.codes("tsmc", ["not_assessable"], "the report states no percentage that counts"),
]
