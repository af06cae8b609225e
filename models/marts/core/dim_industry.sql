select
    industry_code,
    classification_code,
    name_zh,
    name_en,
    parent_code,
    is_aggregate,
    sort_order
from {{ ref('ref_industry') }}
