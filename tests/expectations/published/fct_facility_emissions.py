"""Plant emissions. Looks for scopes that do not add up, kilograms, and years that lost their plants."""

import vocabulary as v

DERIVED = {
    "gap": "scope1_tco2e + scope2_tco2e - total_tco2e",
    "plants_of_year": "count(*) over (partition by year)",
    "mt_of_registry_year": "case when year >= 2015 then sum(total_tco2e) over (partition by year) / 1e6 end",
}

EXPECTATIONS = [
    v.between("gap", -0.021, 0.021, "direct and indirect add up to the total"),
    v.between("total_tco2e", 0, 4e7, "the largest plant, Taichung power station, stays below 40 million tonnes"),
    v.median_between("total_tco2e", 2e4, 1e6, "50,000 tonnes over the whole registry, 340,000 in the embedded panel"),
    # the embedded panel holds about 110 Mt, the whole registry about 270 Mt
    v.between("mt_of_registry_year", 90, 330, "million tonnes of a year"),
    v.contains("year", range(2015, 2025), "the registry covers ROC 104 to 113"),
]
