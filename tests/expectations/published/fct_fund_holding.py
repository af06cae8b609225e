"""Fund holdings. Looks for weights that are ratios, and funds that lost holdings."""

import vocabulary as v

DERIVED = {
    # funds with an ESG theme may publish their share in Taiwan only
    "fund_total": """case when source_release_key not like 'esg_fund%' then sum(weight_pct)
        over (partition by source_release_key, fund_code, year, quarter) end""",
}

EXPECTATIONS = [
    v.median("weight_pct", 0.1, 5, "a ratio would be a hundredth"),
    v.between("fund_total", 85, 101, "holdings make up the fund", mostly=0.8, severity="warning"),
]
