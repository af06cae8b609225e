-- good rows of what a plant states of its energy in a year; an empty measure is not stated
select
    {{ row_columns() }},
    {{ cell_text('organisation_id') }} as organisation_id,
    {{ cell_text('facility_id') }} as facility_id,
    {{ cell_whole('year') }} as year,
    {{ cell_number('coal_t') }} as coal_t,
    {{ cell_number('fuel_oil_kl') }} as fuel_oil_kl,
    {{ cell_number('natural_gas_m3') }} as natural_gas_m3,
    {{ cell_number('contract_capacity_kw') }} as contract_capacity_kw,
    {{ cell_number('steam_t_per_h') }} as steam_t_per_h,
    {{ cell_number('chiller_hp') }} as chiller_hp,
    {{ cell_number('generating_capacity_kw') }} as generating_capacity_kw,
    {{ cell_number('supplied_t') }} as supplied_t,
    {{ cell_flag('is_productive') }} as is_productive,
    {{ cell_code('user_kind') }} as user_kind,
    {{ cell_text('note') }} as note
from {{ ref('int_own__accept') }}
where dataset_code = 'energy_user'
group by all
