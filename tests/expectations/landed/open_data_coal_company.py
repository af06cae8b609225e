"""Coal of the embedded panel. Looks for kilograms in the place of tonnes and for totals among the companies."""

import vocabulary as v

DERIVED = {"coal_number": "coal_t", "year_number": "year"}

EXPECTATIONS = [
    v.row_count(102, "17 companies, 2020 to 2025"),
    v.codes("year_number", range(2020, 2026), "the declared years"),
    v.printed_as("tax_id", r"^\d{8}$", "a tax id keeps its leading zero"),
    v.between("coal_number", 0, 1.2e7, "no company burns more than 12 million tonnes"),
]
