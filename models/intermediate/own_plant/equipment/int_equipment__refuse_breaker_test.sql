-- trip tests, typed, and all that is wrong with a row; nothing after this reads a refused one
with given as (
    select * from {{ ref('stg_own_plant__breaker_test') }}
),

typed as (
    select
        *,
        {{ number_from_text('rated_current_a') }} as rated_number,
        {{ number_from_text('instantaneous_multiple') }} as multiple_number,
        {{ number_from_text("rtrim(test_point_pct, ' %％')") }} as point_number,
        {{ number_from_text('test_current_a') }} as current_number,
        {{ number_from_text('duration_s') }} as duration_number,
        case
            when lower(tripped) in ('yes', 'true', 'y', '是', '跳脫') then true
            when lower(tripped) in ('no', 'false', 'n', '否', '未跳脫') then false
        end as has_tripped
    from given
),

judged as (
    select
        *,
        {{ problems([
            ['sample_id is null', wrong_cell('typed', 'sample_id', "'a code for the sample'")],
            ['coalesce(rated_number, 0) <= 0 or rated_number > 100000',
                wrong_cell('typed', 'rated_current_a', "'a number of amperes above 0, at most 100,000'")],
            ['coalesce(multiple_number, 0) <= 1 or multiple_number > 1000',
                wrong_cell('typed', 'instantaneous_multiple', "'how many times the rated current, a number above 1, at most 1,000'")],
            ['coalesce(point_number not in (80, 120), true)', wrong_cell('typed', 'test_point_pct', "'80 or 120, per cent of the setting'")],
            ['coalesce(current_number, 0) <= 0 or current_number > 1000000',
                wrong_cell('typed', 'test_current_a', "'a number of amperes above 0, at most 1,000,000'")],
            ['coalesce(duration_number, 0) <= 0 or duration_number > 60',
                wrong_cell('typed', 'duration_s', "'a number of seconds above 0, at most 60'
                    || case when duration_number > 60 then '; 103 looks like milliseconds, write 0.103' else '' end")],
            ['has_tripped is null', wrong_cell('typed', 'tripped', "'yes 是 or no 否'")]
        ]) }} as problem
    from typed
),

-- the first good row of a sample says what the breaker is; a row equal in everything measured is the same test twice
numbered as (
    select
        *,
        first_value(struct_pack(rated_number, multiple_number, row_number, file_name)) over (
            partition by input_code, sample_id, problem is null order by source_release_key, row_number
        ) as sample
    from judged
),

compared as (
    select
        *,
        {{ problems([
            ['rated_number <> sample.rated_number', wrong_cell('numbered', 'rated_current_a',
                "'the ' || sample.rated_number || ' A of this sample in row ' || sample.row_number || ' of ' || sample.file_name")],
            ['multiple_number <> sample.multiple_number', wrong_cell('numbered', 'instantaneous_multiple',
                "'the multiple ' || sample.multiple_number || ' of this sample in row ' || sample.row_number || ' of ' || sample.file_name")]
        ]) }} as conflict
    from numbered
)

select
    input_code, source_release_key, row_number, file_name, raw_row,
    sample_id, rated_number as rated_current_ampere, multiple_number as instantaneous_multiple_ratio, point_number as test_point_pct,
    current_number as test_current_ampere, duration_number as duration_second, has_tripped, note,
    coalesce(problem, conflict, {{ repeated(
        'problem', 'sample_id, point_number, current_number, duration_number, has_tripped', 'a test, equal in everything measured,'
    ) }}) as refusal
from compared
