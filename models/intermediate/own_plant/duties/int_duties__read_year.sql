-- good rows of a user's electricity by year; what there is none of is stated as 0
select
    {{ row_columns() }},
    {{ cell_text('organisation_id') }} as organisation_id,
    {{ cell_whole('year') }} as year,
    {{ cell_number('purchased_kwh') }} as purchased_kwh,
    {{ cell_number('self_generated_kwh') }} as self_generated_kwh,
    {{ cell_number('sold_kwh') }} as sold_kwh,
    {{ cell_number('contract_capacity_kw') }} as contract_capacity_kw,
    {{ cell_code('user_type') }} as user_type,
    {{ cell_code('user_kind') }} as user_kind,
    {{ cell_text('note') }} as note
from {{ ref('int_own__accept') }}
where dataset_code = 'saving_year'
group by all
