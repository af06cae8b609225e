-- whose total lacks a row that is not used; what the row does not say is null, and it may be
-- anybody's
select
    cell.dataset_code,
    cell.source_kind_code,
    cell.source_release_key,
    cell.row_number,
    {{ cell_text('organisation_id') }} as organisation_id,
    {{ cell_text('facility_id') }} as facility_id,
    try_cast(
        max(cell.number_value) filter (where cell.column_code = 'year' and cell.is_good) as integer
    ) as year
from {{ ref('int_own__cell') }} as cell
inner join {{ ref('int_own__refuse') }} as refused
    on refused.dataset_code = cell.dataset_code
        and refused.source_release_key = cell.source_release_key
        and refused.row_number = cell.row_number
group by all
