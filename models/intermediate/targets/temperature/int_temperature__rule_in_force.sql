select
    {%- for rule in ['default_score', 'minimum_score', 'full_coverage_s1s2', 'full_coverage_s3',
        'material_s3_share'] %}
        max(value) filter (where rule_key = '{{ rule }}') as {{ rule }}
        {{- ',' if not loop.last }}
{%- endfor %}
from {{ ref('rule_temperature') }}
