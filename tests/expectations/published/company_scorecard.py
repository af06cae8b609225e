"""Scorecards. Looks for counts that do not follow from the statuses, lost companies, and a rank by something else."""

import great_expectations.expectations as gxe
import vocabulary as v

INDICATORS = [f"indicator_{no}_status" for no in range(1, 11)]
STATUSES = ["met", "not_met", "not_applicable", "not_disclosed", "insufficient_data", "not_assessed"]


def count(condition: str) -> str:
    """How many of the ten statuses fulfil the condition, as SQL."""
    return " + ".join(f"({status} {condition})::integer" for status in INDICATORS)


DERIVED = {
    "met_error": "met_count - (" + count("= 'met'") + ")",
    "applicable_error": "applicable_count - (" + count("not in ('not_applicable', 'not_assessed')") + ")",
    "more_met_than_applicable": "(met_count > applicable_count)::integer",
    "rank_error": """case when total_tco2e is not null
        then rank - rank() over (order by total_tco2e desc nulls last) end""",
    "rank_without_emissions": "((rank is null) <> (total_tco2e is null))::integer",
    "companies_twice": "count(*) over (partition by tax_id)",
    "total_of_scorecard_mt": "sum(total_tco2e) over () / 1e6",
    "score_without_status": "(radar_1 is not null and indicator_1_status = 'not_assessed')::integer",
    "emission_years": "max(emission_year) over () - emission_year",
    "formosa_rank": "case when tax_id = '86522210' then rank end",
    "china_steel_rank": "case when tax_id = '30414175' then rank end",
    "tsmc_met": "case when tax_id = '22099131' then met_count end",
    # target path 22.91 Mt less about 0.73 x 27.52 Mt
    "formosa_gap": "case when tax_id = '86522210' then gap_2030_target_tco2e end",
}

EXPECTATIONS = [
    gxe.ExpectTableRowCountToBeBetween(
        min_value=30, max_value=500, severity="critical", description="30 in the embedded panel, 287 on the sheets"
    ),
    v.between("companies_twice", 1, 1, "one row a company"),
    v.printed_as("tax_id", r"^\d{8}$", "a tax id has eight digits"),
    *[
        gxe.ExpectColumnValuesToBeInSet(
            column=status, value_set=STATUSES, severity="critical", description="a status of the method"
        )
        for status in INDICATORS
    ],
    *[v.filled(status, 1, "every indicator has a status") for status in INDICATORS],
    v.between("met_error", 0, 0, "the statuses met, counted once more"),
    v.between("applicable_error", 0, 0, "the statuses that are a judgement, counted once more"),
    v.between("more_met_than_applicable", 0, 0, "what is met applies"),
    v.between("flagged_count", 0, 10, "flags of ten indicators"),
    gxe.ExpectColumnMeanToBeBetween(
        column="met_count",
        min_value=1,
        max_value=7,
        severity="warning",
        description="2 over the sheets, 4 over the panel",
    ),
    *[v.between(f"radar_{axis}", 0, 3, "a score of 0 to 3") for axis in range(1, 7)],
    v.between("score_without_status", 0, 0, "without a report there is no target to score"),
    v.between("rank_error", 0, 0, "ranked by emissions, the largest first"),
    v.between("rank_without_emissions", 0, 0, "who registers nothing has no rank"),
    v.between("emission_years", 0, 0, "emissions of one year"),
    v.between("total_tco2e", 0, 1.3e8, "the power company stays below 130 million tonnes"),
    v.between(
        "total_of_scorecard_mt", 90, 300, "117 million tonnes of the 30 largest manufacturers, 143 of all listed"
    ),
    v.between("formosa_rank", 1, 1, "Formosa Petrochemical, 23.4 million tonnes"),
    v.between("china_steel_rank", 2, 2, "China Steel, 18.8 million tonnes"),
    v.between("tsmc_met", 5, 10, "TSMC meets most: 7 for 2024", severity="warning"),
    v.between("formosa_gap", 2.6e6, 3.1e6, "31,820,000 t x 0.72 less 0.73 x 27,521,238 t"),
]
