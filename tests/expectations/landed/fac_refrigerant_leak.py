"""Leak rates of refrigerant. Looks for a rate outside its range, and for ratios in the place of per cent."""

import vocabulary as v

RATES = {
    "household_refrigeration": 0.3,
    "commercial_refrigeration": 8,
    "large_refrigeration": 22.5,
    "transport_refrigeration": 32.5,
    "industrial_refrigeration": 16,
    "chiller": 8.5,
    "building_air_conditioner": 5.5,
    "vehicle_air_conditioner": 15,
}

DERIVED = {
    **{f"rate_{code}": f"case when equipment_code = '{code}' then leak_pct end" for code in RATES},
    "off_the_middle": "abs(leak_pct - (low_pct + high_pct) / 2)",
    "turned_around": "(low_pct >= high_pct)::integer",
    "recovery": "recovery_pct",
}

EXPECTATIONS = [
    v.codes("equipment_code", list(RATES), "eight classes of the official table"),
    *[v.between(f"rate_{code}", rate, rate, "per cent of the charge a year") for code, rate in RATES.items()],
    v.between("off_the_middle", 0, 1e-9, "the mid-point of the range"),
    v.between("turned_around", 0, 0, "low before high"),
    v.between("recovery", 50, 95, "per cent at the end of life"),
    v.filled("source", 1, "every rate names its source"),
]
