-- a user sells no more electricity than it bought and generated
select
    source_release_key,
    row_number,
    'sold_kwh' as column_code,
    'at most what was bought and generated' as expected_en
from {{ ref('int_own__cell') }}
where dataset_code = 'saving_year'
group by source_release_key, row_number
having
    {{ cell_number('sold_kwh') }}
    > {{ cell_number('purchased_kwh') }} + {{ cell_number('self_generated_kwh') }}
