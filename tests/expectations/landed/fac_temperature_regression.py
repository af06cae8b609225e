"""The published regression. Looks for rows of another model, lost signs, and variables that were swapped."""

import vocabulary as v

KYOTO_MID = "case when scenario_variable = 'Emissions|Kyoto Gases' and slope_years = 15 then {0} end"

DERIVED = {
    "slope": "slope_years",
    "row_twice": "count(*) over (partition by scenario_variable, slope_years)",
    "rows_of_variable": "count(*) over (partition by scenario_variable)",
    "wrong_key": "(regression_key <> scenario_variable || ':' || slope_years)::integer",
    "coefficient_number": "coefficient",
    "intercept_number": "intercept",
    "r2_number": "r2",
    "samples": "sample_count",
    "kyoto_mid_coefficient": KYOTO_MID.format("coefficient"),
    "kyoto_mid_intercept": KYOTO_MID.format("intercept"),
}

EXPECTATIONS = [
    v.row_count(30, "five variables by six slopes"),
    v.codes(
        "scenario_variable",
        [
            "Emissions|Kyoto Gases",
            "Emissions|CO2|Energy and Industrial Processes",
            "INT.emKyoto_gdp",
            "INT.emCO2EI_PE",
            "INT.emCO2EI_elecGen",
        ],
        "two of emissions, three of intensity",
    ),
    v.codes("slope", [5, 10, 15, 20, 25, 30], "six slopes"),
    v.between("row_twice", 1, 1, "each pair once"),
    v.between("rows_of_variable", 6, 6, "six slopes of every variable"),
    v.between("wrong_key", 0, 0, "a key is variable and slope"),
    v.between("coefficient_number", -1.2, -0.2, "a faster reduction is less warming"),
    v.between("intercept_number", 2.5, 5, "no reduction leads to 2.5 to 5 degrees"),
    v.between("r2_number", 0.59, 0.93, "as published"),
    v.between("samples", 128, 133, "scenarios behind model 4"),
    v.between("kyoto_mid_coefficient", -0.312328765130924, -0.312328765130924, "as published"),
    v.between("kyoto_mid_intercept", 2.6972610131342, 2.6972610131342, "as published"),
    v.filled("source", 1, "every row names its source"),
]
