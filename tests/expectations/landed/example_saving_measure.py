"""Made-up measures. Looks for a start or a kind that is no longer covered."""

import vocabulary as v

DERIVED = {
    "month": "month(start_date::date)",
    "heat_start": "case when saved_kcal is not null and start_date::date between '2019-12-31' and '2020-01-01' then start_date end",
    "saved_number": "saved_kwh::double",
}

EXPECTATIONS = [
    v.printed_as("organisation_id", "^example_", "made up, and says so"),
    v.printed_as("start_date", r"^\d{4}-\d\d-\d\d$", "days of the AD calendar"),
    v.contains("kind", ["electricity", "heat", "own_renewable", "demand_response"], "four kinds"),
    v.contains("month", [1, 6, 11, 12], "starts in January, June, November and December"),
    v.codes("heat_start", ["2019-12-31", "2020-01-01"], "the last day before heat counts, and the first"),
    v.contains("months", ["1", "12"], "one month and twelve"),
    v.between("saved_number", 0, 10_000_000, "kWh of a factory"),
    v.filled("source_release_key", 1, "every row names its release"),
]
