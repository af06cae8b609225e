{%- set own = ref('ref_own_dataset') %}
{%- do declare_landed('_quarantine') %}
{%- set rows = landed_files('_quarantine.parquet') %}
select
    {%- for name in [
        'dataset', 'source_release_key', 'rule_code', 'column_name', 'raw_value', 'raw_row',
        'reason',
    ] %}
        cast({{ name if rows else 'null' }} as varchar) as {{ name }},
    {%- endfor %}
    cast({{ 'row_number' if rows else 'null' }} as integer) as row_number
{{ 'from read_parquet(' ~ rows ~ ') ' ~ only_own('dataset', own) if rows else 'where false' }}
