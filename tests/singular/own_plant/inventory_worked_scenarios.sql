-- 10 kg of R-410A: AR4 0.5 x 675 + 0.5 x 3500 = 2087.5, AR5 1923.5, AR6 0.5 x 771 + 0.5 x 3740 =
-- 2255.5. 382.5 kg of biogenic CH4: 25 (AR4 has one methane), 28, 27.0. Gas of 2023 with the
-- edition of 2024: 190.601779.
with worked (source_text, year, gwp_set, factor_choice_code, tco2e) as (
    values
    ('split air conditioners, refilled', 2024, 'AR4', 'by_year', 20.875),
    ('split air conditioners, refilled', 2024, 'AR5', 'moenv_6.0.4', 19.235),
    ('split air conditioners, refilled', 2024, 'AR6', 'by_year', 22.555),
    ('septic tank 化糞池', 2024, 'AR4', 'by_year', 9.5625),
    ('septic tank 化糞池', 2024, 'AR5', 'by_year', 10.71),
    ('septic tank 化糞池', 2024, 'AR6', 'by_year', 10.3275),
    ('boiler 鍋爐', 2023, 'AR5', 'moenv_2024-02-05', 190.601779),
    ('boiler 鍋爐', 2024, 'AR5', 'moenv_6.0.4', 188.086128),
    ('grid connection', 2024, 'AR4', 'moenv_6.0.4', 474.0)
),

found as (
    select
        source_text,
        year,
        gwp_set,
        factor_choice_code,
        sum(tco2e) as tco2e
    from {{ ref('int_inventory__line') }}
    where source_kind_code = 'example' and facility_id = 'plant_b'
    group by all
)

select
    'int_inventory__line, '
    || worked.source_text
    || ' '
    || worked.gwp_set
    || ' '
    || worked.factor_choice_code
    || ': '
    || coalesce(found.tco2e::varchar, 'no line') || ' t, worked out ' || worked.tco2e as problem
from worked
left join found
    on found.source_text = worked.source_text
        and found.year = worked.year
        and found.gwp_set = worked.gwp_set
        and found.factor_choice_code = worked.factor_choice_code
where found.tco2e is null or abs(found.tco2e - worked.tco2e) > 2e-6
