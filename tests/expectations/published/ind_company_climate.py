"""The ten indicators. Looks for thresholds applied wrongly, silence taken for an answer, and lost indicators."""

import great_expectations.expectations as gxe
import vocabulary as v


def of(tax_id: str, no: str, value: str) -> str:
    """One indicator of one company for 2024, as SQL."""
    return f"case when tax_id = '{tax_id}' and assessment_year = 2024 and indicator_no = '{no}' then {value} end"


# What the method demands of the reports of 2024, by hand.
THRESHOLD = """case indicator_no when '1' then 2050 when '2' then 26 when '3' then 2 when '4' then 1.5 when '6' then 30
    when '8' then 1 end"""

DERIVED = {
    "indicators_of_company": "count(*) over (partition by tax_id, assessment_year)",
    "indicator_twice": "count(*) over (partition by tax_id, assessment_year, indicator_no)",
    "wrong_dimension": """(dimension_code <> case when indicator_no in ('1', '2') then 'commitment'
        when indicator_no in ('8', '9', '10') then 'transparency' else 'action' end)::integer""",
    "wrong_threshold": f"(assessment_year = 2024 and threshold_value is distinct from {THRESHOLD})::integer",
    "wrong_judgement": """(is_met is distinct from case when status = 'met' then true
        when status in ('not_met', 'not_disclosed') then false end)::integer""",
    "met_by_chance": """case when status = 'met' and not (indicator_no = '2' and basis like 'sbt_approved%')
        then case indicator_no
        when '1' then (value is null or value > threshold_value)::integer
        when '2' then (value is null or value < threshold_value)::integer
        when '3' then (value is null or value < threshold_value)::integer
        when '4' then (value is null or value <= threshold_value)::integer
        when '6' then (value is null or value < threshold_value)::integer
        when '8' then (value is null or value < threshold_value)::integer end end""",
    "failed_by_chance": """case when status = 'not_met' then case indicator_no
        when '2' then (value >= threshold_value and basis = 'rebased_to_2019')::integer
        when '3' then (value >= threshold_value)::integer
        when '4' then (value > threshold_value)::integer end end""",
    "pledge_year": "case when indicator_no = '1' then value end",
    "rebased_pct": "case when indicator_no = '2' then value end",
    "improvement_pct": "case when indicator_no = '3' then value end",
    "saving_pct": "case when indicator_no = '4' then value end",
    "categories": "case when indicator_no = '8' then value end",
    "share_pct": "case when indicator_no in ('6', '9') or indicator_no = '10' and status = 'met' then value end",
    "judged_met": "is_met::integer",
    "unassessed": "(status = 'not_assessed')::integer",
    # exactly 1.5 % a year is not more than 1.5 %
    "on_the_boundary": "case when indicator_no = '4' and value = 1.5 then is_met::integer end",
    "formosa_target": of("86522210", "2", "value"),
    "formosa_target_met": of("86522210", "2", "is_met::integer"),
    "tung_ho_target_met": of("75280209", "2", "is_met::integer"),
    "tsmc_pledge": of("22099131", "1", "value"),
    "formosa_improvement": of("86522210", "3", "value"),
    "cement_is_flagged": of("11913502", "3", "coalesce(flags like '%suspect_input%', false)::integer"),
}

EXPECTATIONS = [
    v.printed_as("tax_id", r"^\d{8}$", "a tax id has eight digits"),
    v.codes("indicator_no", [str(no) for no in range(1, 11)], "ten indicators"),
    v.between("indicators_of_company", 10, 10, "ten indicators per company and year"),
    v.between("indicator_twice", 1, 1, "each of them once"),
    v.codes("dimension_code", ["commitment", "action", "transparency"], "three dimensions"),
    v.between("wrong_dimension", 0, 0, "two of commitment, five of action, three of transparency"),
    v.codes(
        "status",
        ["met", "not_met", "not_applicable", "not_disclosed", "insufficient_data", "not_assessed"],
        "all six occur",
    ),
    v.filled("basis", 1, "a status rests on something"),
    v.between("wrong_threshold", 0, 0, "2050, 26 %, 2 %, 1.5 %, 30 % and one category, as the method prints them"),
    v.between("wrong_judgement", 0, 0, "silence is not met, what cannot be judged is neither"),
    v.between("met_by_chance", 0, 0, "what is met keeps the threshold, or is approved by the SBTi"),
    v.between("failed_by_chance", 0, 0, "what is not met misses it"),
    v.between("on_the_boundary", 0, 0, "more than 1.5 %, not 1.5 %"),
    v.between("pledge_year", 2025, 2060, "a year of net zero"),
    v.between("rebased_pct", None, 100, "nobody takes out more than all"),
    v.between("rebased_pct", -100, 100, "a reduction by 2030 against 2019", mostly=0.95),
    v.median_between("rebased_pct", 10, 45, "near the national target, in per cent"),
    v.between("improvement_pct", -150, 60, "per cent a year"),
    v.between("saving_pct", 0, 10, "per cent a year, not over the whole period"),
    v.between("categories", 0, 19, "15 categories of the GHG Protocol and 4 of ISO 14064-1"),
    v.between("share_pct", 0, 100, "shares in per cent"),
    v.median_between("share_pct", 2, 50, "a ratio in the place of per cent would be below 1"),
    gxe.ExpectColumnMeanToBeBetween(
        column="judged_met",
        min_value=0.2,
        max_value=0.8,
        severity="warning",
        description="43 % of all judgements over the sheets, 55 % over the panel",
    ),
    gxe.ExpectColumnMeanToBeBetween(
        column="unassessed", max_value=0.6, severity="critical", description="most companies have a report"
    ),
    v.between("formosa_target", 16.753, 16.755, "28 % below 2007 is 16.75 % below 2019"),
    v.between("formosa_target_met", 0, 0, "which is less than 26 %"),
    v.between("tung_ho_target_met", 1, 1, "30 % below 2005 is 26.86 % below 2019, which is more"),
    v.between("tsmc_pledge", 2050, 2050, "net zero by 2050"),
    v.between("formosa_improvement", -10.89, -10.87, "from 430.88 to 529.72 GJ per million TWD in two years"),
    v.between(
        "cement_is_flagged", 1, 1, "26 GJ per tonne of CO2 is too much energy: Taiwan Cement is judged, with a flag"
    ),
]
