select
    path_code,
    year,
    method_code,
    value,
    unit_code,
    cumulative_value,
    reference_path_code,
    overshoot_ratio,
    source,
    source_release_key,
    row_number
from {{ ref('int_pathways__draw') }}
