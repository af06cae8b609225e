-- what the rules of a place need of a site, and standards that no rule knows
with place as (
    select
        source_release_key,
        row_number,
        word_code as place_code
    from {{ ref('int_own__cell') }}
    where dataset_code = 'storage_site' and column_code = 'place'
)

select
    cell.source_release_key,
    cell.row_number,
    cell.column_code,
    cast(null as varchar) as expected_en
from {{ ref('int_own__cell') }} as cell
inner join place
    on place.source_release_key = cell.source_release_key and place.row_number = cell.row_number
where
    cell.dataset_code = 'storage_site'
    and cell.raw_text is null
    and (
        (cell.column_code = 'battery_type' and coalesce(place.place_code, 'japan') = 'japan')
        or (cell.column_code = 'technology_count' and place.place_code = 'new_york_state')
    )
union all
select
    source_release_key,
    row_number,
    'standards',
    'standards that the rules know, separated by ; or ,: ' || unknown_en
from {{ ref('int_equipment__read_standard') }}
where unknown_en is not null
