"""Made-up plants. Looks for a boundary that is no longer covered."""

import vocabulary as v

THRESHOLDS = {
    "coal_t": 6_000,
    "fuel_oil_kl": 6_000,
    "natural_gas_m3": 10_000_000,
    "contract_capacity_kw": 800,
    "steam_t_per_h": 100,
    "chiller_hp": 100,
}
AROUND = [-1, 0, 1]

DERIVED = {
    **{
        f"around_{column}": f"case when abs({column}::double - {value}) <= 1 then {column}::double - {value} end"
        for column, value in THRESHOLDS.items()
    },
    "around_monthly_coal": "case when abs(coal_t::double - 1000) <= 1 then coal_t::double - 1000 end",
    "around_renewable": "case when abs(contract_capacity_kw::double - 5000) <= 1 then contract_capacity_kw::double - 5000 end",
}

EXPECTATIONS = [
    v.printed_as("organisation_id", "^example_", "made up, and says so"),
    *[v.codes(column, AROUND, "just below, at and just above the threshold") for column in DERIVED],
    v.contains("year", ["2017", "2020", "2024"], "before the rules, between them, under both"),
    v.filled("source_release_key", 1, "every row names its release"),
]
