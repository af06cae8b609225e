-- 1,000,000 kWh x 0.474 and 0.494. Gas 100,000 m3: 6.0.4 1.87903584 + 28 x 3.34944e-5 + 265 x
-- 3.34944e-6 = 1.8808613 kg; edition of 2024 1.906018 kg. Diesel 10,000 L, 6.0.4: 2.606031792 + 293
-- x 1.371595e-4 = 2.6462196 kg; 2024: 2.7183605 kg. R-410A 0.5 x 677 + 0.5 x 3170 = 1923.5; 8.5 %
-- of 200 kg is 17 kg. Septic tank 100 x 3.825 kg x 28. Limestone 100 t x 0.43971. Steam 500 t x 180
-- kg. NF3 200 kg x 16,100. Septic CH4 counts 28, not 30.
{%- set gwp_set = declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) %}
with worked (
    facility_id, year, source_text, activity_item_code, tco2e, biogenic_tco2e, outside_tco2e
) as (
    values
    ('plant_b', 2024, 'grid connection', 'grid_electricity', 474.0, 0.0, 0.0),
    ('plant_b', 2023, 'grid connection', 'grid_electricity', 494.0, 0, 0),
    ('plant_b', 2026, 'grid connection', 'grid_electricity', 467.0, 0, 0),
    ('plant_b', 2023, 'boiler 鍋爐', 'natural_gas', 188.086128, 0, 0),
    ('plant_b', 2024, 'boiler 鍋爐', 'natural_gas', 190.601779, 0, 0),
    ('plant_b', 2023, 'delivery truck', 'diesel', 26.462196, 0, 0),
    ('plant_b', 2024, 'delivery truck', 'diesel', 27.183605, 0, 0),
    ('plant_b', 2024, 'split air conditioners, refilled', 'r410a', 19.235, 0, 0),
    ('plant_b', 2024, 'chiller, by charge', 'r410a', 32.6995, 0, 0),
    ('plant_b', 2024, 'old cold room, refilled', 'hcfc22', 0.0, 0, 8.8),
    ('plant_b', 2024, 'switchgear', 'sf6', 11.75, 0, 0),
    ('plant_b', 2024, 'septic tank 化糞池', 'septic_tank', 10.71, 0, 0),
    ('plant_b', 2024, 'flue gas desulphurisation', 'limestone', 43.971, 0, 0),
    ('plant_b', 2024, 'welding', 'acetylene', 0.169208, 0, 0),
    ('plant_b', 2024, 'biomass boiler', 'wood', 1.482, 87.36, 0),
    ('plant_b', 2024, 'steam of the neighbour', 'purchased_steam', 90.0, 0, 0),
    ('plant_b', 2024, 'wheeled solar power', 'wheeled_renewable_electricity', 94.8, 0, 0),
    ('plant_b', 2024, 'forklift', 'lpg', 4.915632, 0, 0),
    ('plant_b', 2024, 'commuting by car', 'gasoline', 27.24815, 0, 0),
    ('plant_a', 2024, 'chamber cleaning', 'nf3', 3220.0, 0, 0),
    ('plant_a', 2024, 'boilers and furnaces', 'natural_gas', 9530.088973, 0, 0),
    ('plant_a', 2024, 'grid connection 161 kV', 'grid_electricity', 18960.0, 0, 0),
    ('plant_a', 2025, 'grid connection 161 kV', 'grid_electricity', 18640.0, 0, 0)
),

found as (
    select
        facility_id,
        year,
        source_text,
        activity_item_code,
        sum(tco2e) as tco2e,
        sum(biogenic_tco2e) as biogenic_tco2e,
        sum(outside_tco2e) as outside_tco2e
    from {{ ref('fct_inventory_line') }}
    where source_kind_code = 'example'
    group by all
)

select
    'fct_inventory_line, '
    || worked.facility_id
    || ' '
    || worked.year
    || ' '
    || worked.source_text
    || ': '
    || coalesce(found.tco2e::varchar, 'no line') || ' t, worked out ' || worked.tco2e
    || ' t (biogenic '
    || worked.biogenic_tco2e
    || ', outside '
    || worked.outside_tco2e
    || ')' as problem
from worked
left join found
    on found.facility_id = worked.facility_id
        and found.year = worked.year
        and found.source_text = worked.source_text
        and found.activity_item_code = worked.activity_item_code
-- the hand calculations are with AR5
where '{{ gwp_set }}' = 'AR5' and (
        found.tco2e is null
        or abs(found.tco2e - worked.tco2e) > 2e-6
        or abs(found.biogenic_tco2e - worked.biogenic_tco2e) > 2e-6
        or abs(found.outside_tco2e - worked.outside_tco2e) > 2e-6
    )
