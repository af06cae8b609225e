with latest as (
    select
        max(year) + 2 as factor_year,
        greatest(year(current_date) + 1, factor_year) as next_year
    from {{ ref('fac_electricity') }}
    where definition_code = 'utility_sales' and status = 'actual'
),

{{ cells_of_rows() }}

stated as (
    select
        own.* exclude (row_id, raw_row),  -- noqa: RF02
        rule.* exclude (dataset_code, maximum, latest_year_code, limit_note),  -- noqa: RF02
        coalesce(
            rule.maximum,
            case rule.latest_year_code
                when 'next_year' then latest.next_year when 'factor_year' then latest.factor_year
            end
        ) as maximum,
        nullif(trim(own_cell.value), '') as raw_text,
        nullif(trim(unit.value), '') as unit_text,
        parent.value as parent_text  -- of a category: its scope
    from rows_of_own as own
    inner join {{ ref('rule_own_cell') }} as rule on rule.dataset_code = own.dataset_code
    cross join latest
    left join cell as own_cell
        on own_cell.row_id = own.row_id and own_cell.key = rule.column_code
    left join cell as unit
        on unit.row_id = own.row_id and unit.key = 'unit'
    left join cell as parent
        on parent.row_id = own.row_id and parent.key = rule.list_of_column
),

read as (
    select
        *,
        {{ text_key('raw_text') }} as raw_key,
        regexp_extract(raw_key, '^(民國|西元)?([0-9]{1,4})年?$', 1) = '民國' as is_roc_written,
        try_cast(regexp_extract(raw_key, '^(民國|西元)?([0-9]{1,4})年?$', 2) as double) as year_value,
        case kind_code when 'percent' then rtrim(raw_text, ' %％') else raw_text end as bare_text,
        {{ number_from_text('bare_text') }} as plain_value,
        case
            when kind_code = 'year' then coalesce(year_value, plain_value)
            when kind_code in ('number', 'whole', 'percent') then plain_value
        end as number_value,
        case when kind_code = 'day' then {{ day_from_text('raw_text') }} end as day_value
    from stated
),

worded as (
    select
        read.*,
        word.code as word_code
    from read
    left join {{ ref('int_own__word') }} as parent
        on parent.list_code = read.list_of_column
            and parent.name_key = {{ text_key('read.parent_text') }}
    left join {{ ref('int_own__word') }} as word
        on word.list_code = read.list_code || coalesce(':' || parent.code, '')
            and case
                when read.kind_code = 'percent'
                    then try_cast(word.name_key as double) = read.plain_value
                else word.name_key = read.raw_key
            end
),

judged as (
    select
        *,
        case
            when kind_code = 'text' then raw_text is not null
            when kind_code = 'day' then day_value is not null
            when kind_code in ('word', 'percent') then word_code is not null
            else coalesce(
                    number_value >= coalesce(minimum, number_value)
                    and number_value <= coalesce(maximum, number_value)
                    and not (is_above_minimum and number_value = minimum)
                    and (kind_code = 'number' or number_value = trunc(number_value))
                    and not is_roc_written,
                    false
                )
        end as is_good,
        -- a message about thousandths fits what is a good value in thousandths
        number_value > maximum and expected_above_en is not null and (
            not contains(expected_above_en, '{thousandth}') or number_value / 1000 <= maximum
        ) as is_above_limit,
        'column ' || column_code || ' (' || name_zh || ') ' || coalesce(
            'holds "' || left(raw_text, 200)
            || case when length(raw_text) > 200 then '…' else '' end || '"',
            'is empty'
        ) as holds_text,
        case
            when kind_code = 'year' and number_value between 80 and 199
                then '; ' || trunc(number_value)::integer || ' looks like a ROC year, write '
                    || (1911 + trunc(number_value)::integer)
            when kind_code = 'day' and regexp_full_match(
                    raw_text, '(民國)?1?[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?'
                )
                then '; ' || raw_text || ' looks like a ROC year, write '
                    || (1911 + regexp_extract(raw_text, '[0-9]+')::integer)
            else ''
        end as roc_hint_en
    from worded
)

select
    * exclude (
        name_zh, list_code, list_of_column, is_required, minimum, is_above_minimum, maximum,
        expected_above_en, unit_text, parent_text, raw_key, is_roc_written, year_value, bare_text,
        plain_value, is_above_limit, roc_hint_en
    ),
    case
        when is_good or expected_en is null or (raw_text is null and not is_required) then null
        else holds_text || '; expected ' || {{ filled_message(
                'case when is_above_limit then expected_above_en else expected_en end'
            ) }} || roc_hint_en
    end as problem
from judged
