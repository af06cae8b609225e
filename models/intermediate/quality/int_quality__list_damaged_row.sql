-- depends_on: {{ ref('int_quality__count_staged') }}
-- the seeds are read by name: what is staged from them comes first
{{ damaged_rows() }}
