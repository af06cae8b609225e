-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Rows whose text holds U+FFFD, whole, of every published dataset that is read: landed files, and
   seeds. Asked of the files, not of the models: no text column is left out. The caller has
   ref_source_release as a parent. #}
{% macro damaged_rows() -%}
    {%- set inputs = [] -%}
    {%- if execute and reads_landed() -%}
        {%- for source in graph.sources.values() if source.source_name == 'landed' -%}
            {%- set files = landed_files(source.name ~ '/*.parquet') -%}
            {%- if files -%}
                {%- do inputs.append((
                    source.name, 'read_parquet(' ~ files ~ ', union_by_name = true)', 'row_number'
                )) -%}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
    {%- if execute -%}
        {%- set relations = {} -%}
        {%- for node in graph.nodes.values() | selectattr('resource_type', 'equalto', 'seed') -%}
            {%- do relations.update({node.name: node.relation_name}) -%}
        {%- endfor -%}
        {%- for dataset, seed in embedded_seeds().items() -%}
            {%- if reads_embedded(dataset, relations[seed]) -%}
                {%- do inputs.append((dataset, relations[seed], 'rowid + 1')) -%}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
    {%- for dataset, relation, row_number in inputs | sort %}
        select
            '{{ dataset }}' as dataset,
            published.source_release_key,
            cast({{ row_number }} as integer) as row_number,
            cast(to_json(published) as varchar) as raw_row
        from {{ relation }} as published
        where contains(cast(to_json(published) as varchar), chr(65533))
        union all
    {%- endfor %}
    select
        cast(null as varchar) as dataset,
        cast(null as varchar) as source_release_key,
        cast(null as integer) as row_number,
        cast(null as varchar) as raw_row
    where false
{%- endmacro %}
