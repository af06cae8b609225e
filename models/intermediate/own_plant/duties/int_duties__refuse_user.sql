-- a row of a plant that states no measure, nor a kind that has duties without one
select
    source_release_key,
    row_number,
    cast(null as varchar) as column_code,
    'no measure is stated; expected a number in one of the columns '
    || string_agg(column_code, ', ' order by sort_order) filter (where kind_code = 'number')
    || ', or a kind in user_kind' as expected_en
from {{ ref('int_own__cell') }}
where dataset_code = 'energy_user' and (kind_code = 'number' or column_code = 'user_kind')
group by source_release_key, row_number
having count(raw_text) = 0
