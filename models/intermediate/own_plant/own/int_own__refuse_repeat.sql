-- of good rows with one key the first counts; a later one is told where that stands
with keyed as (
    select
        cell.dataset_code,
        cell.source_kind_code,
        cell.source_release_key,
        cell.row_number,
        cell.file_name,
        list(
            coalesce(
                cell.word_code,
                cell.number_value::varchar,
                cell.day_value::varchar,
                cell.raw_text,
                -- a target without a code is one of its own
                case when cell.column_code = 'target_id' then 'row ' || cell.row_number end,
                ''
            ) order by cell.sort_order
        ) filter (where cell.is_key) as row_key
    from {{ ref('int_own__cell') }} as cell
    left join {{ ref('int_own__problem') }} as wrong
        on wrong.dataset_code = cell.dataset_code
            and wrong.source_release_key = cell.source_release_key
            and wrong.row_number = cell.row_number
    where wrong.problem is null
    group by all
),

numbered as (
    select
        *,
        row_number() over same_key as place_no,
        first_value(row_number) over same_key as first_row_number,
        first_value(file_name) over same_key as first_file_name
    from keyed
    window same_key as (
        partition by dataset_code, source_kind_code, row_key
        order by source_release_key, row_number
    )
)

select
    numbered.dataset_code,
    numbered.source_release_key,
    numbered.row_number,
    'the row repeats ' || rule.key_en || ' of row ' || numbered.first_row_number || ' of '
    || numbered.first_file_name || '; expected each once'
    || coalesce(' ' || rule.repeat_hint_en, '') as problem
from numbered
inner join {{ ref('ref_own_dataset') }} as rule on rule.dataset_code = numbered.dataset_code
where numbered.place_no > 1
