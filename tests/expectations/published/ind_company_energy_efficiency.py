"""Energy efficiency. Looks for conventions mixed up, suspect figures that pass unflagged, and swapped years."""

import great_expectations.expectations as gxe
import vocabulary as v

FORMOSA, PAPER = "86522210", "34202841"

DERIVED = {
    "company_twice": "count(*) over (partition by tax_id)",
    "total_error": "coalesce(total_change_ratio, 0) - coalesce(intensity_2024 / nullif(intensity_2022, 0) - 1, 0)",
    "annual_error": "coalesce(annual_improvement_ratio, 0) - coalesce(1 - sqrt(intensity_2024 / nullif(intensity_2022, 0)), 0)",
    # (1 - annual)^2 = 1 + total, whatever the intensities
    "convention_error": "(1 - annual_improvement_ratio) ** 2 - (1 + total_change_ratio)",
    "both_signs": "(total_change_ratio > 0 and annual_improvement_ratio > 0)::integer",
    "missing_gap": "((missing_input is null) <> (annual_improvement_ratio is not null))::integer",
    "suspect_without_reason": "(is_suspect <> (suspect_reason is not null))::integer",
    "corrected_without_suspicion": "(annual_improvement_if_corrected_ratio is not null and not is_suspect)::integer",
    "trusted_2022": "case when not is_suspect then intensity_2022 end",
    "trusted_2024": "case when not is_suspect then intensity_2024 end",
    "trusted_change": "case when not is_suspect then total_change_ratio end",
    "suspect": "is_suspect::integer",
    "formosa_2022": f"case when tax_id = '{FORMOSA}' then intensity_2022 end",
    "formosa_2024": f"case when tax_id = '{FORMOSA}' then intensity_2024 end",
    "formosa_change": f"case when tax_id = '{FORMOSA}' then total_change_ratio end",
    "formosa_annual": f"case when tax_id = '{FORMOSA}' then annual_improvement_ratio end",
    "paper_change": f"case when tax_id = '{PAPER}' then total_change_ratio end",
    "cement_suspect": "case when tax_id = '11913502' then is_suspect::integer end",
}

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=30, max_value=500, severity="critical", description="30 in the embedded panel, 287 on the sheets"
    ),
    v.printed_as("tax_id", r"^\d{8}$", "a tax id has eight digits"),
    v.between("company_twice", 1, 1, "one row a company"),
    v.between("total_error", -1e-6, 1e-6, "2024 over 2022, less one: positive is worse"),
    v.between("annual_error", -1e-6, 1e-6, "one less the root of 2024 over 2022: positive is better"),
    v.between("convention_error", -1e-6, 1e-6, "both say the same of two years"),
    v.between("both_signs", 0, 0, "what got worse did not improve"),
    v.between("trusted_2022", 0.5, 5_000, "GJ per million TWD, from assembly to paper and cement"),
    v.between("trusted_2024", 0.5, 5_000, "GJ per million TWD, from assembly to paper and cement"),
    v.median_between("trusted_2024", 30, 400, "77 over the sheets, 165 over the panel of the largest"),
    v.between("trusted_change", -0.8, 5, "twice the intensity in two years is rare, a tenth impossible"),
    v.median_between("trusted_change", -0.25, 0.4, "industry changes by a few per cent a year"),
    v.between("missing_gap", 0, 0, "a missing input is named"),
    v.between("suspect_without_reason", 0, 0, "a suspicion says why"),
    v.between("corrected_without_suspicion", 0, 0, "only what is suspect is worked out again"),
    gxe.ExpectColumnMeanToBeBetween(
        column="suspect", min_value=0.01, max_value=0.15, severity="warning", description="a few figures are wrong"
    ),
    v.filled("source_release_key", 1, "every figure names its release"),
    v.between("formosa_2022", 430.8786, 430.8788, "365,406,000 GJ over 848,048.496 million TWD"),
    v.between("formosa_2024", 529.7238, 529.7239, "351,642,900 GJ over 663,823.047 million TWD"),
    v.between("formosa_change", 0.22940, 0.22941, "23 % worse in two years"),
    v.between("formosa_annual", -0.10879, -0.10878, "11 % worse a year"),
    v.between(
        "paper_change", 0.18846, 0.18848, "Long Chen: the wrong year 2023 lies between the two and does not count"
    ),
    v.between("cement_suspect", 1, 1, "26 GJ per tonne of CO2: Taiwan Cement is flagged"),
]
