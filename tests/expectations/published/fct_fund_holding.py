"""Fund holdings. Looks for weights that are ratios, funds that lost holdings, and codes that lost a zero."""

import vocabulary as v

DERIVED = {
    # mutual funds with an ESG theme go by their names and may hold mostly bonds or foreign shares
    "ticker": "case when regexp_matches(fund_code, '^[0-9]') then fund_code end",
    "fund_total": "case when source_release_key not like 'esg_fund%' then sum(weight_pct) over (partition by fund_code, year, quarter) end",
}

EXPECTATIONS = [
    v.printed_as("ticker", r"^\d{4,6}[A-Z]?$", "a ticker keeps its leading zeros"),
    v.between("weight_pct", 0, 100, "per cent of the fund"),
    # leveraged and bond funds hold securities worth less than the fund
    v.between("fund_total", 90, 100.5, "holdings make up the fund", severity="warning"),
]
