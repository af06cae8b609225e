"""Plant emissions. Looks for scopes that do not add up, kilograms, and years that lost plants."""

import vocabulary as v

DERIVED = {
    "gap": "scope1_tco2e + scope2_tco2e - total_tco2e",
    "year_mt": "case when year >= 2015 then sum(total_tco2e) over (partition by year) / 1e6 end",
    "plants_of_year": "case when year >= 2015 then count(*) over (partition by year) end",
}

EXPECTATIONS = [
    v.balanced("gap", 0.021, "direct and indirect add up to the total"),
    v.between("total_tco2e", 0, 6e7, "no plant emits 60 million tonnes"),
    v.median("total_tco2e", 1e4, 2e6, "tonnes; kilograms would be a thousandfold"),
    v.between("year_mt", 60, 400, "million tonnes of a year"),
    v.between("plants_of_year", 50, 20_000, "no year lost most of its plants"),
]
