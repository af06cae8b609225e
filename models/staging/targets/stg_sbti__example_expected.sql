select
    'example:' || example_no as company_key,
    target_id,
    criterion_code,
    reading,
    expected_result,
    reason,
    cast(rowid + 1 as integer) as row_number
from {{ ref('example_sbti_expected') }}
