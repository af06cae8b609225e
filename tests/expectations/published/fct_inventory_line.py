"""Lines of the inventory. Looks for a lost gas, a potential or edition applied wrongly, and what stands apart counted in."""

import vocabulary as v

# a certificate sets nothing free: its line only takes off the market-based figure
CERTIFICATE = "activity_item_code = 'renewable_certificate'"
NEAR = "greatest(1e-6, 1e-9 * abs(emitted_t * gwp_ratio))"
# certificates may make a plant negative, never the organisation
MARKET = """sum(market_based_tco2e) filter (where scope_code = 'scope2')
    over (partition by input_code, organisation_id, year)"""


def of(plant: str, year: int, source: str, value: str = "tco2e") -> str:
    """One activity of the example, its gases summed, as SQL."""
    return f"""case when input_code = 'example' and facility_id = '{plant}' and year = {year} and source_text = '{source}'
        then sum({value}) over (partition by input_code, activity_key) end"""


DERIVED = {
    "lines_of_gas": "count(*) over (partition by input_code, activity_key, gas_code)",
    "wrong_scope": """(scope_code <> case when category_code in ('stationary_combustion', 'mobile_combustion', 'process',
        'fugitive') then 'scope1' when category_code like 'purchased%' then 'scope2' else 'scope3' end)::integer""",
    "wrong_iso": """(iso_category_code <> case when scope_code = 'scope1' then '1' when scope_code = 'scope2' then '2'
        when category_code in ('4', '6', '7', '9') then '3' when category_code in ('1', '2', '3', '5', '8') then '4'
        else '5' end)::integer""",
    "wrong_mass": f"""(not {CERTIFICATE} and abs(emitted_t - quantity * factor_value / 1000)
        > greatest(1e-6, 1e-6 * emitted_t))::integer""",
    "wrong_weight": f"(abs(tco2e + biogenic_tco2e + outside_tco2e - emitted_t * gwp_ratio) > {NEAR})::integer",
    "counted_twice": "((tco2e > 0)::integer + (biogenic_tco2e > 0)::integer + (outside_tco2e > 0)::integer)",
    "wrong_outside": "((gas_family_code = 'outside') <> (outside_tco2e > 0) and emitted_t * gwp_ratio > 0)::integer",
    "biogenic_gas": "(biogenic_tco2e > 0 and gas_code <> 'co2')::integer",
    "wrong_market": """(market_based_tco2e > tco2e + 1e-9 or (category_code <> 'purchased_electricity'
        and market_based_tco2e <> tco2e))::integer""",
    "market_of_organisation": MARKET,
    "wrong_score": """(data_quality_score_count not in (1, 2, 3, 4, 6, 8, 9, 12, 18, 27) or data_quality_grade_code <>
        case when data_quality_score_count < 10 then '1' when data_quality_score_count < 19 then '2' else '3' end)::integer""",
    "own_factor_by_gas": "(emission_factor_key = 'own' and gas_code <> 'co2e')::integer",
    "gases_of_fuel": """case when factor_vintage like 'moenv_6.0.4' or factor_vintage like 'moenv_2024%'
        then count(*) over (partition by input_code, activity_key) end""",
    # 6.0.4 to 2023, the announcement from 2024, unless the row says otherwise or the announcement has no such fuel
    "edition_too_early": """(factor_vintage = 'moenv_2024-02-05' and year < 2024
        and coalesce(flags not like '%factor_named_by_row%', true))::integer""",
    "edition_too_late": """(factor_vintage = 'moenv_6.0.4' and year >= 2024
        and coalesce(flags not like '%factor_%', true))::integer""",
    "grid_factor": "case when factor_vintage like 'utility_sales%' then factor_value end",
    "gwp_of_co2e": "case when gas_code in ('co2', 'co2e') then gwp_ratio end",
    "example_lines": "count(*) filter (where input_code = 'example') over ()",
    "example_electricity": of("plant_b", 2024, "grid connection"),
    "example_gas_2023": of("plant_b", 2023, "boiler 鍋爐"),
    "example_gas_2024": of("plant_b", 2024, "boiler 鍋爐"),
    "example_diesel_2023": of("plant_b", 2023, "delivery truck"),
    "example_r410a": of("plant_b", 2024, "split air conditioners, refilled"),
    "example_charge": of("plant_b", 2024, "chiller, by charge"),
    "example_r22": of("plant_b", 2024, "old cold room, refilled", "outside_tco2e"),
    "example_septic": of("plant_b", 2024, "septic tank 化糞池"),
    "example_limestone": of("plant_b", 2024, "flue gas desulphurisation"),
    "example_wood": of("plant_b", 2024, "biomass boiler", "biogenic_tco2e"),
    "example_wheeled": of("plant_b", 2024, "wheeled solar power", "market_based_tco2e"),
    "example_certificates": """case when input_code = 'example' and year = 2024 and activity_item_code =
        'renewable_certificate' then market_based_tco2e end""",
    "example_too_many": f"case when input_code = 'example' and year = 2026 then {MARKET} end",
}

EXPECTATIONS = [
    v.contains("input_code", ["example"], "the example is always there"),
    v.between("lines_of_gas", 1, 1, "one line per activity and gas"),
    v.between("wrong_scope", 0, 0, "a category belongs to one scope"),
    v.between("wrong_iso", 0, 0, "ISO 14064-1 categories as mapped"),
    v.between("wrong_mass", 0, 0, "tonnes are quantity times factor"),
    v.between("wrong_weight", 0, 0, "what counts and what stands apart add to the weighed tonnes"),
    v.between("counted_twice", 0, 1, "a tonne counts, is biogenic, or lies outside: one of them"),
    v.between("wrong_outside", 0, 0, "HCFC and CFC never count"),
    v.between("biogenic_gas", 0, 0, "only CO2 is biogenic apart; CH4 and N2O of biomass count"),
    v.between("wrong_market", 0, 0, "green electricity lowers scope 2 only"),
    v.between("market_of_organisation", -1e-6, None, "certificates cover the grid electricity and no more"),
    v.between("wrong_score", 0, 0, "three classes of three, cut at 10 and 19"),
    v.between("own_factor_by_gas", 0, 0, "an own factor is in CO2e"),
    v.between("gases_of_fuel", 3, 3, "CO2, CH4 and N2O of every fuel"),
    v.between("edition_too_early", 0, 0, "the announcement of 2024 counts from 2024"),
    v.between("edition_too_late", 0, 0, "6.0.4 ends with 2023"),
    v.between("grid_factor", 0.4, 0.6, "actual factors of 2005 to 2025; the projection of 2030 is 0.386"),
    v.between("gwp_of_co2e", 1, 1, "CO2 is the unit"),
    v.between("example_lines", 75, 75, "41 rows of the example, counted by hand: 75 activity and gas pairs"),
    v.between("example_electricity", 473.9999, 474.0001, "1,000,000 kWh x 0.474"),
    v.between("example_gas_2023", 188.0861, 188.0862, "100,000 m3, 6.0.4"),
    v.between("example_gas_2024", 190.6017, 190.6018, "100,000 m3, announcement of 2024"),
    v.between("example_diesel_2023", 26.4621, 26.4623, "10,000 L, mobile, 6.0.4"),
    v.between("example_r410a", 19.23499, 19.23501, "10 kg x (0.5 x 677 + 0.5 x 3170)"),
    v.between("example_charge", 32.69949, 32.69951, "17 kg of a charge of 200 kg"),
    v.between("example_r22", 8.79999, 8.80001, "5 kg x 1,760, apart"),
    v.between("example_septic", 10.70999, 10.71001, "382.5 kg x 28"),
    v.between("example_limestone", 43.97099, 43.97101, "100 t x 0.43971"),
    v.between("example_wood", 87.35999, 87.36001, "50 t x 15.6 GJ/t x 112 kg/GJ"),
    v.between("example_wheeled", 0, 0, "wheeled renewable electricity counts 0 in the market-based figure"),
    v.between("example_certificates", -47.40001, -47.39999, "100 MWh x 0.474 taken off"),
    v.between("example_too_many", -1e-6, 1e-6, "1,200 MWh of certificates on 1,000 MWh: 0, not below"),
]
