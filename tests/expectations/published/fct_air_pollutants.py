"""Air pollutants. Looks for kilograms, and a file that was taken in twice."""

import vocabulary as v

MAY_BE_EMPTY = "the embedded default has no air pollutants"

EXPECTATIONS = [
    v.rows(1_000, 500_000, "some 40,000 rows of company, year and pollutant since 2009"),
    v.varied("pollutant_zh", 5, "the law names nineteen"),
    v.between("value", 0, 3e5, "tonnes of one pollutant and company"),
    v.median("value", 0.05, 200, "tonnes; kilograms would be a thousandfold"),
]
