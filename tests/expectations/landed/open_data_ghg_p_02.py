"""The national inventory. Looks for tonnes in the place of thousand tonnes and for a positive sink."""

import vocabulary as v

DERIVED = {"total_number": "total_kt", "absorption_number": "absorption_kt", "year_number": "year"}

EXPECTATIONS = [
    v.row_count(20, "2005 to 2024"),
    v.codes("year_number", range(2005, 2025), "one row a year"),
    v.between("total_number", 2.5e5, 3.1e5, "250 to 310 million tonnes"),
    v.between("absorption_number", -2.5e4, -1.5e4, "forests take up about 22 million tonnes"),
]
