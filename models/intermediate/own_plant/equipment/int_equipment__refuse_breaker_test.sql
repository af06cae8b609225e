-- the setting is marked in amperes or as a multiple of the rated current (CNS 14816-2 4.7.3): one
-- of the two is needed, and both must say the same
with stated as (
    select
        source_release_key,
        row_number,
        max(raw_text) filter (where column_code = 'setting_a') as setting_text,
        {{ cell_number('setting_a') }} as setting_a,
        {{ cell_number('rated_current_a') }} as rated_current_a,
        {{ cell_number('instantaneous_multiple') }} as instantaneous_multiple,
        bool_or(is_good and column_code = 'rated_current_a')
        and bool_or(is_good and column_code = 'instantaneous_multiple')
        and bool_or(is_good and column_code = 'setting_a') as states_all
    from {{ ref('int_own__cell') }}
    where dataset_code = 'breaker_test'
    group by source_release_key, row_number
)

select
    cell.source_release_key,
    cell.row_number,
    cell.column_code,
    cell.expected_en || ', or the setting in amperes in column setting_a (整定電流(A))' as expected_en
from {{ ref('int_own__cell') }} as cell
inner join stated
    on stated.source_release_key = cell.source_release_key
        and stated.row_number = cell.row_number
where cell.dataset_code = 'breaker_test'
    and cell.column_code in ('rated_current_a', 'instantaneous_multiple')
    and cell.raw_text is null
    and stated.setting_text is null
union all
select
    stated.source_release_key,
    stated.row_number,
    'setting_a',
    format(
        'the {:g} A of {:g} A x {:g}, or one of the two ways alone',
        {{ without_noise('stated.rated_current_a * stated.instantaneous_multiple') }},
        stated.rated_current_a, stated.instantaneous_multiple
    )
from stated
cross join (select max(pass_tolerance_pct) as pct from {{ ref('rule_breaker_test') }}) as tolerance
where stated.states_all
    and abs(stated.setting_a - stated.rated_current_a * stated.instantaneous_multiple)
    > tolerance.pct / 100 * stated.setting_a
