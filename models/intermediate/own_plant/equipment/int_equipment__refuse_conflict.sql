-- the first good row of a sample says what the breaker is; a later one that says otherwise is
-- refused
with good as (
    select
        cell.source_kind_code,
        cell.source_release_key,
        cell.row_number,
        cell.file_name,
        max(cell.raw_text) filter (where cell.column_code = 'sample_id') as sample_id,
        max(cell.number_value)
        filter (where cell.column_code = 'rated_current_a') as rated_current_a,
        max(cell.number_value)
        filter (where cell.column_code = 'instantaneous_multiple') as instantaneous_multiple,
        max(cell.number_value) filter (where cell.column_code = 'setting_a') as setting_a
    from {{ ref('int_own__cell') }} as cell
    left join {{ ref('int_own__problem') }} as wrong
        on wrong.dataset_code = cell.dataset_code
            and wrong.source_release_key = cell.source_release_key
            and wrong.row_number = cell.row_number
    where cell.dataset_code = 'breaker_test' and wrong.problem is null
    group by cell.source_kind_code, cell.source_release_key, cell.row_number, cell.file_name
),

compared as (
    select
        *,
        first_value(rated_current_a) over same_sample as first_rated_current_a,
        first_value(instantaneous_multiple) over same_sample as first_multiple,
        coalesce(setting_a, {{ without_noise('rated_current_a * instantaneous_multiple') }})
            as setting,
        first_value(setting) over same_sample as first_setting,
        setting_a is not null or first_value(setting_a) over same_sample is not null
            as is_in_ampere,
        ' of this sample in row ' || first_value(row_number) over same_sample
        || ' of ' || first_value(file_name) over same_sample as place_en
    from good
    window same_sample as (
        partition by source_kind_code, sample_id order by source_release_key, row_number
    )
),

differing as (
    select
        *,
        'rated_current_a' as column_code,
        'the ' || first_rated_current_a || ' A' || place_en as expected_en
    from compared
    where rated_current_a <> first_rated_current_a
    union all
    select
        *,
        'instantaneous_multiple',
        'the multiple ' || first_multiple || place_en
    from compared
    where instantaneous_multiple <> first_multiple
    union all
    select
        *,
        'setting_a',
        'the setting of ' || first_setting || ' A' || place_en
    from compared
    where is_in_ampere
        and abs(setting - first_setting) > first_setting / 100 * (
            select max(rule.pass_tolerance_pct) from {{ ref('rule_breaker_test') }} as rule
        )
)

select
    differing.source_release_key,
    differing.row_number,
    string_agg(
        cell.holds_text || '; expected ' || differing.expected_en, '; ' order by cell.sort_order
    ) as problem
from differing
inner join {{ ref('int_own__cell') }} as cell
    on cell.dataset_code = 'breaker_test'
        and cell.source_release_key = differing.source_release_key
        and cell.row_number = differing.row_number
        and cell.column_code = differing.column_code
group by differing.source_release_key, differing.row_number
