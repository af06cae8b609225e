-- good rows of storage sites, with the standards that they hold
with stated as (
    select
        {{ row_columns() }},
        {{ cell_text('site_id') }} as site_id,
        -- a row without a room is the one space of its site
        coalesce({{ cell_text('room_id') }}, 'whole_site') as room_id,
        {{ cell_code('place') }} as place_code,
        {{ cell_number('capacity_kwh') }} as capacity_kwh,
        {{ cell_code('battery_type') }} as battery_type_code,
        {{ cell_whole('technology_count') }} as technology_count,
        {{ cell_text('note') }} as note
    from {{ ref('int_own__accept') }}
    where dataset_code = 'storage_site'
    group by all
)

select
    stated.*,
    held.held_standards
from stated
left join {{ ref('int_equipment__read_standard') }} as held
    on held.source_release_key = stated.source_release_key and held.row_number = stated.row_number
