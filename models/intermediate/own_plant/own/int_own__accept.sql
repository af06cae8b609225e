-- the cells of the rows that nothing is wrong with: all that any figure rests on
select * exclude (is_key, is_good, holds_text, expected_en, problem)
from {{ ref('int_own__cell') }} as cell
where
    not exists (
        select 1
        from {{ ref('int_own__refuse') }} as refused
        where
            refused.dataset_code = cell.dataset_code
            and refused.source_release_key = cell.source_release_key
            and refused.row_number = cell.row_number
    )
