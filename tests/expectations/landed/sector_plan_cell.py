"""The residential and commercial plan as printed: tables 1 to 4, the note below table 2 and the closing paragraph."""

import vocabulary as v

DERIVED = {
    "target_text": "case when measure_code = 'target' then printed_text end",
    "reduction_text": "case when measure_code like 'reduction%' and item_code like 'strategy%' then printed_text end",
    "electricity_text": "case when measure_code = 'demand' and item_code = 'electricity' then printed_text end",
    "fuel_text": "case when measure_code = 'demand' and item_code = 'non_electricity' then printed_text end",
    "factor_text": "case when measure_code = 'electricity_factor' then printed_text end",
}

EXPECTATIONS = [
    v.row_count(77, "6 targets, 43 reductions, 5 factors, 20 demands, 3 figures of the closing paragraph"),
    v.codes(
        "table_ref", ["表1", "表2", "表2註", "表3", "表4", "（四）"], "the four tables, the note and the paragraph"
    ),
    v.printed_as("target_text", r"^\d{2,3}\.\d{3}$", "million tonnes, three decimals"),
    v.printed_as("reduction_text", r"^\d{1,3}\.\d{3}$", "ten thousand tonnes, three decimals"),
    v.printed_as("electricity_text", r"^5\d\d\.\d{1,2}$", "10^8 kWh; table 4 prints 550.30 once"),
    v.printed_as("fuel_text", v.TWO_DECIMALS, "thousand kLOE, two decimals"),
    v.printed_as("factor_text", r"^0\.[34]\d\d$", "kg per kWh"),
    v.codes("first_year", [str(y) for y in range(2025, 2031)], "2025 to 2030"),
    v.filled("printed_text", 1, "no cell is empty"),
]
