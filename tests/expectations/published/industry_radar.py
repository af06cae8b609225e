"""Radar by industry. Looks for means over half-scored companies, lost axes, and small groups that are shown."""

import great_expectations.expectations as gxe
import vocabulary as v

DERIVED = {
    "axes_of_industry": "count(*) over (partition by industry_code)",
    "axis_twice": "count(*) over (partition by industry_code, axis_no)",
    "companies_differ": "max(company_count) over (partition by industry_code) - company_count",
    # scores are whole, and so is their sum
    "part_of_score": "abs(avg_score * company_count - round(avg_score * company_count))",
    "shown_wrongly": "(is_shown <> (company_count >= 10))::integer",
    "companies": "sum(company_count) over (partition by axis_no)",
    "mean_of_axis": """sum(avg_score * company_count) over (partition by axis_no)
        / sum(company_count) over (partition by axis_no)""",
    "variant_elsewhere": "case when axis_no in ('1', '4', '6') then avg_score_observatory_variant - avg_score end",
}

EXPECTATIONS = [
    v.contains(
        "industry_code",
        ["petrochemicals", "semiconductors", "iron_and_steel", "cement"],
        "the four largest manufacturers",
    ),
    v.codes("axis_no", "123456", "six axes"),
    v.between("axes_of_industry", 6, 6, "every industry has every axis"),
    v.between("axis_twice", 1, 1, "once"),
    v.between("avg_score", 0, 3, "scores of 0 to 3"),
    v.between("avg_score_observatory_variant", 0, 3, "scores of 0 to 3"),
    v.between("mean_of_axis", 0.1, 2.5, "no axis is beyond all, and none is met by all", severity="warning"),
    v.between("companies_differ", 0, 0, "the same companies on every axis: those scored on all six"),
    v.between("part_of_score", 0, 1e-3, "a mean of whole scores"),
    v.between("variant_elsewhere", -1e-6, 1e-6, "the observatory's practice differs on axes 2, 3 and 5 only"),
    v.between("company_count", 1, 200, "companies of one industry"),
    v.between("companies", 10, 400, "20 companies of the embedded panel, 162 landed"),
    v.between("shown_wrongly", 0, 0, "averages of fewer than ten companies are not shown"),
    gxe.ExpectColumnDistinctValuesToContainSet(
        column="axis_code",
        value_set=["absolute_target_2030", "renewable_target", "annual_saving", "renewable_share", "scope3"],
        severity="critical",
        description="the axes by name",
    ),
]
