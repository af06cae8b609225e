-- good rows of saving measures; a measure counts for twelve months where nothing else is stated
select
    {{ row_columns() }},
    {{ cell_text('organisation_id') }} as organisation_id,
    {{ cell_text('measure_id') }} as measure_id,
    {{ cell_text('measure_name') }} as measure_name,
    {{ cell_code('kind') }} as kind,
    {{ cell_day('start_date') }} as start_date,
    case
        when {{ cell_code('kind') }} <> 'demand_response'
            then coalesce({{ cell_whole('months') }}, 12)
    end as months_count,
    {{ cell_number('saved_kwh') }} as saved_kwh,
    {{ cell_number('saved_kcal') }} as saved_kcal,
    {{ cell_number('reduced_kw') }} as reduced_kw,
    {{ cell_number('reduced_hours') }} as reduced_hours,
    {{ cell_text('proof') }} is not null
    and {{ text_key(cell_text('proof')) }} not in (
        select {{ text_key('word.word_text') }}
        from {{ ref('ref_own_word') }} as word
        where word.list_code = 'no_proof'
    ) as has_proof,
    {{ cell_text('proof') }} as proof,
    {{ cell_text('note') }} as note
from {{ ref('int_own__accept') }}
where dataset_code = 'saving_measure'
group by all
