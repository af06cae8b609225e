-- good rows of trip tests
select
    {{ row_columns() }},
    {{ cell_text('sample_id') }} as sample_id,
    {{ cell_number('rated_current_a') }} as rated_current_ampere,
    {{ cell_number('instantaneous_multiple') }} as instantaneous_multiple_ratio,
    coalesce(
        {{ cell_number('setting_a') }},
        {{ without_noise(cell_number('rated_current_a')
            ~ ' * ' ~ cell_number('instantaneous_multiple')) }}
    ) as setting_ampere,
    case when {{ cell_number('setting_a') }} is null then 'multiple' else 'ampere' end
        as setting_basis,
    {{ cell_number('test_point_pct') }} as test_point_pct,
    {{ cell_number('test_current_a') }} as test_current_ampere,
    {{ cell_number('duration_s') }} as duration_second,
    {{ cell_number('frequency_hz') }} as frequency_hz,
    {{ cell_flag('tripped') }} as has_tripped,
    {{ cell_text('note') }} as note
from {{ ref('int_own__accept') }}
where dataset_code = 'breaker_test'
group by all
