"""ESG funds. Looks for lost digits."""

import vocabulary as v

COLUMNS = """
    fund_code fund_name fund_tax_id
"""

DERIVED = {**v.alive(COLUMNS), "valid_tax_id": v.is_tax_id("fund_tax_id")}

EXPECTATIONS = [
    *v.are_alive(COLUMNS),
    v.mean("valid_tax_id", 0.9, None, "tax ids carry a check digit", severity="critical"),
    v.distinct("fund_code", 0.9, "a code is one fund's"),
]
