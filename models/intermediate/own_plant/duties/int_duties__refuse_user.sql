-- a row of a plant that states no measure
select
    source_release_key,
    row_number,
    cast(null as varchar) as column_code,
    'no measure is stated; expected a number in one of the columns '
    || string_agg(column_code, ', ' order by sort_order) as expected_en
from {{ ref('int_own__cell') }}
where dataset_code = 'energy_user' and kind_code = 'number'
group by source_release_key, row_number
having count(raw_text) = 0
