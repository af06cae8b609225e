"""Targets for 2030. Looks for targets on the wrong emissions, ratios for per cent, and approvals that are none."""

import great_expectations.expectations as gxe
import vocabulary as v

STATUSES = [
    *("approved_1_5c", "approved_well_below_2c", "approved_2c", "committed", "commitment_removed"),
    *("none", "unknown"),
]
BOTH = "base_year is not null and target_year is not null and base_year < target_year"


def of(tax_id: str, value: str) -> str:
    """A value of one company, as assessed for 2024, as SQL."""
    return f"case when tax_id = '{tax_id}' and assessment_year = 2024 then {value} end"


DERIVED = {
    "company_twice": "count(*) over (partition by tax_id)",
    "rebase_error": """coalesce(rebased_pct_2019, 0)
        - coalesce(100 * (1 - (1 - pct_at_2030 / 100) * e_base_tco2e / nullif(e_2019_tco2e, 0)), 0)""",
    "interpolation_error": f"""case when {BOTH} then coalesce(pct_at_2030, 0) - coalesce(stated_pct, 0)
        * case when target_year > 2030 then (2030 - base_year) / (target_year - base_year) else 1 end end""",
    "target_of_nothing": f"(pct_at_2030 is not null and not ({BOTH}))::integer",
    "mixed_since_2015": """(boundary = 'mixed' and base_year >= 2015
        and coalesce(flags, '') not like '%base_year_range%')::integer""",
    "registry_before_2015": "(boundary = 'registry' and base_year < 2015)::integer",
    "same_company_pct": """case when coalesce(flags, '') not like '%registry_boundary_changed%'
        then rebased_pct_2019 end""",
    "mixed_base_error": "case when boundary = 'mixed' then e_base_tco2e - reported_base_year_tco2e end",
    "wrong_approval": "(is_sbti_approved <> (sbti_status in ('approved_1_5c', 'approved_well_below_2c')))::integer",
    "approved": "is_sbti_approved::integer",
    "conflict_with_itself": "(conflict_sbti_status is not distinct from sbti_status)::integer",
    "formosa": of("86522210", "rebased_pct_2019"),
    "formosa_e_base": of("86522210", "e_base_tco2e"),
    "formosa_e_2019": of("86522210", "e_2019_tco2e"),
    "china_steel": of("30414175", "rebased_pct_2019"),
    "tung_ho": of("75280209", "rebased_pct_2019"),
    "cpc_at_2030": of("03707901", "pct_at_2030"),
    "powerchip_flagged": of("28112667", "coalesce(flags like '%registry_boundary_changed%', false)::integer"),
}

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=30, max_value=500, severity="critical", description="30 in the embedded panel, 287 on the sheets"
    ),
    v.printed_as("tax_id", r"^\d{8}$", "a tax id has eight digits"),
    v.between("company_twice", 1, 1, "one row a company"),
    v.between("stated_pct", 1, 100, "0.28 on the form is 28 %"),
    v.median_between("stated_pct", 15, 45, "the national target is 28 %"),
    v.between("pct_at_2030", 0.5, 100, "per cent"),
    v.between("base_year", 1990, 2024, "a base year is past", mostly=0.97),
    v.between("target_year", 2024, 2050, "a mid-term target lies between the report and net zero"),
    v.between("e_base_tco2e", 1e3, 1.3e8, "tonnes; the power company stays below 130 million"),
    v.between("e_2019_tco2e", 1e3, 1.3e8, "tonnes; the power company stays below 130 million"),
    v.between("rebased_pct_2019", None, 100, "nobody takes out more than all"),
    v.between("same_company_pct", -100, 100, "more than twice the emissions of 2019 is another company, and flagged"),
    v.median_between("rebased_pct_2019", 10, 40, "near the national target"),
    v.between("rebase_error", -1e-5, 1e-5, "1 - (1 - t) x E_base / E_2019, worked once more"),
    v.between("interpolation_error", -1e-5, 1e-5, "straight to a later target year, held after an earlier one"),
    v.between("target_of_nothing", 0, 0, "without two years in order there is no target at 2030"),
    v.between("mixed_since_2015", 0, 0, "the registry gives the emissions of base years since 2015"),
    v.between("registry_before_2015", 0, 0, "and of none before"),
    v.between("mixed_base_error", 0, 0, "before, the emissions are as reported"),
    gxe.ExpectColumnValuesToBeInSet(
        column="sbti_status", value_set=STATUSES, severity="critical", description="a standing with the SBTi"
    ),
    v.contains("sbti_status", ["approved_1_5c", "approved_well_below_2c", "none"], "approved for 1.5 C, for 2 C, none"),
    v.between("wrong_approval", 0, 0, "committed is not approved"),
    gxe.ExpectColumnMeanToBeBetween(
        column="approved",
        min_value=0.02,
        max_value=0.5,
        severity="warning",
        description="every fourth of the largest, every tenth of all",
    ),
    v.between("conflict_with_itself", 0, 0, "a conflict is another status"),
    v.codes("boundary", ["registry", "mixed"], "base years since 2015 and before"),
    v.between("formosa", 16.7537, 16.7538, "28 % by 2030 on 31,820,000 t of 2007 and 27,521,238 t of 2019"),
    v.between("formosa_e_base", 31_820_000, 31_820_000, "2007, as reported"),
    v.between("formosa_e_2019", 27_521_238, 27_521_238, "its plants in the registry"),
    v.between("china_steel", 23.0705, 23.0706, "25 % on 22,114,806 t of 2018 and 21,560,149 t of 2019"),
    v.between("tung_ho", 26.8620, 26.8621, "30 % on 831,012 t of 2005 and 795,358 t of 2019"),
    v.between("cpc_at_2030", 46.4814, 46.4815, "50.2 % by 2032 on 2005: 25 of 27 years"),
    v.between("powerchip_flagged", 1, 1, "628,568 t of 2020 on 116,093 t of 2019: plants came to Powerchip"),
]
