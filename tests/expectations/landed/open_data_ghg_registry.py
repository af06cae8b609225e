"""Plants of the embedded panel. Looks for lost years, kilograms in the place of tonnes, and codes that lost a digit."""

import vocabulary as v

DERIVED = {
    "total_number": "total_tco2e",
    "gap": "direct_tco2e + indirect_tco2e - total_tco2e",
    "year_number": "year",
}

EXPECTATIONS = [
    v.row_count(1227, "plants of 30 companies, 2015 to 2024"),
    v.codes("year_number", range(2015, 2025), "ROC 104 to 113"),
    v.printed_as("control_no", r"^[A-Z0-9]{8}$", "a control number has eight characters"),
    v.printed_as("tax_id", r"^\d{8}$", "a tax id keeps its leading zero"),
    v.between("total_number", 0, 3e7, "no plant emits more than 30 million tonnes"),
    v.median_between("total_number", 5e4, 5e5, "a registered plant emits about 100,000 tonnes"),
    v.between("gap", -0.02, 0.02, "direct and indirect add up to the total"),
]
