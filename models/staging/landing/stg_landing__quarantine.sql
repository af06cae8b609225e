-- one row per cell or row that the landing could not read
{%- set rows = landed_files('_quarantine.parquet') if reads_landed() else none %}
select
    {%- for name in ['dataset', 'source_release_key', 'rule_code', 'column_name', 'raw_value', 'raw_row', 'reason'] %}
    cast({{ name if rows else 'null' }} as varchar) as {{ name }},
    {%- endfor %}
    cast({{ 'row_number' if rows else 'null' }} as integer) as row_number
{{ 'from read_parquet(' ~ rows ~ ')' if rows else 'where false' }}
