-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{%- set own = ref('ref_own_dataset') %}
{%- do declare_landed('_repairs') %}
{%- set repairs = landed_files('_repairs.parquet') %}
select
    {%- for name in ['dataset', 'source_release_key', 'rule_code', 'column_name', 'repair'] %}
        cast({{ name if repairs else 'null' }} as varchar) as {{ name }},
    {%- endfor %}
    cast({{ 'repair_count' if repairs else 'null' }} as bigint) as repair_count
{{ 'from read_parquet(' ~ repairs ~ ') ' ~ only_own('dataset', own) if repairs else 'where false' }}
{%- do ref('ref_source_release') %}
{#- what the landing does with files is done with seeds while they are staged -#}
{%- for seed, dataset, rule_code, column, repair, is_repaired in [
    (ref('open_data_ghg_registry'), 'ghg_registry', 'DQ10', 'control_no', 'upper_cased',
        'control_no <> upper(control_no)'),
    (ref('open_data_coal_plant'), 'coal_plant', 'DQ09', 'tax_id', 'leading_zero_restored',
        'length(tax_id) < 8'),
    (ref('open_data_ghg_revenue'), 'ghg_revenue', 'DQ09', 'tax_id', 'leading_zero_restored',
        'length(tax_id) < 8'),
] if reads_embedded(dataset, seed) %}
    union all
    select
        '{{ dataset }}' as dataset,
        source_release_key,
        '{{ rule_code }}' as rule_code,
        '{{ column }}' as column_name,
        '{{ repair }}' as repair,
        count(*) as repair_count
    from {{ seed }}
    where {{ is_repaired }}
    group by source_release_key
{%- endfor %}
