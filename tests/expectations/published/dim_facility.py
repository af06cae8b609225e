"""Plants. Looks for control numbers that are none and for points outside the island."""

import vocabulary as v

EXPECTATIONS = [
    v.printed_as("control_no", r"^[A-Z0-9]{8}$", "a control number has eight characters"),
    v.contains(
        "county_code", ["64000", "68000", "10009", "66000"], "Kaohsiung, Taoyuan, Yunlin and Taichung have plants"
    ),
    v.filled("name_zh", 1, "every plant has a name"),
    v.between("last_year", 2000, 2030, "no plant reported before GHG_P_01 began"),
]
