"""ESG funds. Looks for lost digits."""

import vocabulary as v

DERIVED = {"valid_tax_id": v.is_tax_id("fund_tax_id")}

EXPECTATIONS = [
    v.mean("valid_tax_id", 0.9, None, "tax ids carry a check digit", severity="critical"),
    v.distinct("fund_code", 0.9, "a code is one fund's"),
]
