"""Prices of CBAM certificates. Looks for a price in other units or another currency, and a quarter twice."""

import vocabulary as v

DERIVED = {
    "price": "price_eur_per_tco2e::double",
    "first": "case when price_key = 'cbam_price:2026q1' then price_eur_per_tco2e::double end",
    "second": "case when price_key = 'cbam_price:2026q2' then price_eur_per_tco2e::double end",
    "quarter_twice": "count(*) over (partition by year, quarter)",
    "quarter_number": "quarter::integer",
    "year_number": "year::integer",
}

EXPECTATIONS = [
    v.between("price", 20, 300, "EUR a tonne"),
    v.between("first", 75.36, 75.36, "first quarter of 2026"),
    v.between("second", 75.28, 75.28, "second quarter of 2026"),
    v.between("quarter_twice", 1, 1, "one price a quarter"),
    v.between("quarter_number", 1, 4, "quarters"),
    v.between("year_number", 2026, 2050, "certificates exist from 2026"),
    v.filled("source", 1, "every price names its source"),
]
