"""Made-up plants of the quick estimate. Looks for rows that would be taken for records, and for a lost boundary."""

import vocabulary as v

DERIVED = {
    "fee_kwh": "case when facility_id like 'fee_%' then electricity_kwh end",
    "place_kl": "case when facility_id like '%_at' or facility_id like '%_just_below' then fuel_oil_kl end",
}

EXPECTATIONS = [
    v.row_count(19, "two worked cases, eight plants, three sides of the fee, six sides of the bands"),
    v.codes("organisation_id", ["example_estimate"], "made-up rows say so in their name"),
    v.codes("source_release_key", ["example_factory"], "and in their release"),
    v.printed_as("year", v.YEAR, "years of the AD calendar"),
    v.codes("fee_kwh", ["52742616", "52742616.033755", "52742617"], "25,000 t / 0.474 kg = 52,742,616.033755 kWh"),
    v.codes(
        "place_kl",
        ["7734.374", "7734.375", "15468.749", "15468.75", "30937.499", "30937.5"],
        "16,500 kLOE x 9,000 / 9,600 kcal = 15,468.75 kL, its half and its double",
    ),
]
