with cells as (
    select
        dataset,
        source_release_key,
        row_number,
        raw_row,
        unnest(json_keys(raw_row)) as column_name
    from {{ ref('int_quality__list_damaged_row') }}
),

texts as (
    select
        * exclude (raw_row),
        json_extract_string(raw_row, '$."' || column_name || '"') as raw_value
    from cells
)

select
    dataset,
    'DQ06' as rule_code,
    raw_value as entity_key,
    null::integer as period,
    column_name,
    raw_value,
    null::varchar as suggested_value,
    'warning' as severity,
    'a character was lost before publication (U+FFFD); rows: ' || count(*) || ', releases: '
    || count(distinct source_release_key) || ', first row: ' || min(row_number) as explanation,
    min(source_release_key) as source_release_key
from texts
where contains(raw_value, chr(65533))
group by dataset, column_name, raw_value
