-- good rows of quick estimates; an empty quantity means that the plant uses none
select
    {{ row_columns() }},
    {{ cell_text('organisation_id') }} as organisation_id,
    {{ cell_text('facility_id') }} as facility_id,
    {{ cell_whole('year') }} as year,
    {{ cell_code('industry') }} as industry_code,
    coalesce({{ cell_number('electricity_kwh') }}, 0) as electricity_kwh,
    coalesce({{ cell_number('steam_coal_t') }}, 0) as steam_coal_t,
    coalesce({{ cell_number('fuel_oil_kl') }}, 0) as fuel_oil_kl,
    coalesce({{ cell_number('diesel_kl') }}, 0) as diesel_kl,
    coalesce({{ cell_number('natural_gas_m3') }}, 0) as natural_gas_m3,
    coalesce({{ cell_number('lpg_t') }}, 0) as lpg_t,
    {{ cell_text('note') }} as note
from {{ ref('int_own__accept') }}
where dataset_code = 'quick_estimate'
group by all
