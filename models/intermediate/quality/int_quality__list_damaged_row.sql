-- depends_on: {{ ref('int_quality__count_staged') }}
-- depends_on: {{ ref('ref_source_release') }}
-- the seeds are read by name: what is staged from them comes first
{{ damaged_rows() }}
