"""Companies. Looks for tax ids that lost a digit and for emitters without a name."""

import vocabulary as v

EXPECTATIONS = [
    v.printed_as("tax_id", r"^\d{8}$", "a tax id has eight digits"),
    v.printed_as("stock_code", r"^[0-9A-Z]{4,6}$", "a stock code has four to six characters"),
    v.filled("name_zh", 1, "every company has a name"),
    v.contains(
        "tax_id", ["22099131", "30414175", "86522210"], "TSMC, China Steel and Formosa Petrochemical are always there"
    ),
]
