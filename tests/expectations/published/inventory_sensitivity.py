"""The inventory in nine combinations. Looks for a lost combination, and for figures that must not move."""

import vocabulary as v

SAME = "partition by input_code, organisation_id, year, scope_code"
B2023 = (
    "input_code = 'example' and year = 2023 and scope_code = 'scope1' and gwp_set = '{}' and factor_choice_code = '{}'"
)


def of(gwp_set: str, choice: str, value: str = "tco2e") -> str:
    """Scope 1 of the example in 2023 in one combination, as SQL."""
    return f"case when {B2023.format(gwp_set, choice)} then {value} end"


DERIVED = {
    "combinations": f"count(*) filter (where gwp_set in ('AR4', 'AR5', 'AR6')) over ({SAME})",
    "published": f"count(*) filter (where is_published) over ({SAME})",
    "moved_although_published": "(is_published and difference_tco2e <> 0)::integer",
    "wrong_difference": "(difference_ratio is not null and sign(difference_ratio) <> sign(difference_tco2e))::integer",
    # electricity and purchased heat are in CO2e
    "moving_scope2": "case when scope_code = 'scope2' then abs(difference_tco2e) end",
    "substituted_by_year": "case when factor_choice_code = 'by_year' then substituted_activity_count end",
    "substituted_in_604": "case when factor_choice_code = 'moenv_6.0.4' then substituted_activity_count end",
    "more_than_all": "(substituted_activity_count > activity_count)::integer",
    "ratio": "difference_ratio",
    "example_substituted": """case when input_code = 'example' and year = 2024 and scope_code = 'scope1'
        and factor_choice_code = 'moenv_2024-02-05' then substituted_activity_count end""",
    "example_published": of("AR5", "by_year"),
    "example_edition": of("AR5", "moenv_2024-02-05"),
    "example_ar4": of("AR4", "by_year"),
}

EXPECTATIONS = [
    v.contains("input_code", ["example"], "the example is always there"),
    v.contains("gwp_set", ["AR4", "AR5", "AR6"], "three sets"),
    v.codes("factor_choice_code", ["by_year", "moenv_6.0.4", "moenv_2024-02-05"], "three choices"),
    v.between("combinations", 9, 9, "three sets and three choices"),
    v.between("published", 1, 1, "one of them is published"),
    v.between("moved_although_published", 0, 0, "the published one is the measure"),
    v.between("wrong_difference", 0, 0, "ratio and tonnes agree"),
    v.between("moving_scope2", 0, 1e-6, "no set and no edition moves electricity"),
    v.between("substituted_by_year", 0, 0, "by year nothing is asked for that is not there"),
    v.between("substituted_in_604", 0, 0, "6.0.4 has every fuel"),
    v.between("more_than_all", 0, 0, "a part of the activities"),
    v.between("ratio", -0.5, 1, "a few per cent; F-gases up to a fifth", severity="warning"),
    v.between("example_substituted", 3, 3, "LPG of the forklift, fuel oil and coal"),
    v.between("example_published", 214.5483, 214.5484, "188.086128 + 26.462196"),
    v.between("example_edition", 217.7853, 217.7854, "190.601779 + 27.183605"),
    v.between("example_ar4", 214.5904, 214.5906, "N2O 298 and CH4 25 in both rows"),
]
