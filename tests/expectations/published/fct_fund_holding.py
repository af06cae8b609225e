"""Fund holdings. Looks for weights that are ratios, funds that lost holdings, and codes that lost a zero."""

from orchestration.checks import vocabulary as v

DERIVED = {"fund_total": "sum(weight_pct) over (partition by fund_code, year, quarter)"}

EXPECTATIONS = [
    v.printed_as("fund_code", r"^\d{4,6}[A-Z]?$", "a ticker keeps its leading zeros"),
    v.between("weight_pct", 0, 100, "per cent of the fund"),
    # leveraged and bond funds hold securities worth less than the fund
    v.between("fund_total", 90, 100.5, "holdings make up the fund", severity="warning"),
]
