"""Declared fuel. Looks for kilograms in the place of tonnes and factors of another fuel."""

import vocabulary as v

MAY_BE_EMPTY = "the embedded default has no fuel declarations"

DERIVED = {
    "kg_per_gj": "case when energy_gj > 0 then tco2e * 1000 / energy_gj end",
    "gj_per_t_of_coal": """case when fuel_code like '%coal' and quantity > 0
        then energy_gj / quantity end""",
    "converted": "(energy_gj is not null)::integer",
    "mapped": "(fuel_code <> 'unmapped')::integer",
    "year_pj": "sum(energy_gj) over (partition by year) / 1e6",
}

EXPECTATIONS = [
    v.between("energy_gj", 0, 2e8, "the largest power plant burns 100 PJ a quarter"),
    v.median("energy_gj", 1, 1e6, "a boiler: kilograms for tonnes would be a thousandfold"),
    v.between("year_pj", 0, 4_000, "the nation burns some 3,000 PJ a year"),
    v.between("kg_per_gj", 40, 270, "from coke oven gas to blast furnace gas"),
    v.between("gj_per_t_of_coal", 8, 32, "from lignite to coking coal", may_be_blank=True),
    v.mean("mapped", 0.9, None, "nearly every name is in ref_fuel_alias"),
    v.mean("converted", 0.8, None, "nearly every row is in GJ"),
]
