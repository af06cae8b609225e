"""Made-up years of electricity. Looks for a boundary that is no longer covered."""

import vocabulary as v

DERIVED = {
    "first_band": "case when year = '2025' and abs(contract_capacity_kw::double - 800) <= 1 then contract_capacity_kw end",
    "second_band": "case when year = '2025' and abs(contract_capacity_kw::double - 10000) <= 1 then contract_capacity_kw end",
    "electricity_kwh": "purchased_kwh::double + self_generated_kwh::double - sold_kwh::double",
}

EXPECTATIONS = [
    v.printed_as("organisation_id", "^example_", "made up, and says so"),
    v.codes("first_band", ["800", "801"], "not regulated, and regulated"),
    v.codes("second_band", ["10000", "10001"], "1 %, and 1.5 %"),
    v.between("electricity_kwh", 0, 200_000_000, "nobody sells more than there is"),
    v.contains("user_type", ["other", "汽電共生廠", "火力電廠"], "three types of user"),
    v.filled("source_release_key", 1, "every row names its release"),
]
