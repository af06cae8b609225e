"""Carbon fees. Looks for kilograms, thousand TWD, and fees that follow from no tonnes."""

import vocabulary as v

DERIVED = {
    "twd_per_tonne": "case when chargeable_tco2e > 1 then fee_twd / chargeable_tco2e end",
    "plants_that_pay_nothing": "facility_count - liable_facility_count",
    "profit_tn_twd": "net_profit_twd / 1e12",
}

EXPECTATIONS = [
    v.between("chargeable_tco2e", 0, 1.3e8, "no company emits 130 million tonnes"),
    v.between("twd_per_tonne", 0, 5_000, "TWD per chargeable tonne"),
    v.between("plants_that_pay_nothing", 0, 100, "plants that pay are some of the plants"),
    v.between("profit_tn_twd", -3, 5, "TWD, not thousand TWD: trillions", may_be_blank=True),
]
