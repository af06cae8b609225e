{%- set own = ref('ref_own_dataset') %}
{%- do declare_landed('_repairs') %}
{%- set repairs = landed_files('_repairs.parquet') %}
select
    {%- for name in ['dataset', 'source_release_key', 'rule_code', 'column_name', 'repair'] %}
        cast({{ name if repairs else 'null' }} as varchar) as {{ name }},
    {%- endfor %}
    cast({{ 'repair_count' if repairs else 'null' }} as bigint) as repair_count
{{ 'from read_parquet(' ~ repairs ~ ') ' ~ only_own('dataset', own) if repairs else 'where false' }}
