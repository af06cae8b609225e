-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# A where clause for the landed lists: in the embedded default nothing but own data is read from
   the landing area. `own` is ref_own_dataset, named by the caller: dbt reads parents while it
   parses. #}
{% macro only_own(dataset, own) -%}
    {%- if not reads_landed() -%}
        where {{ dataset }} in (select dataset_code from {{ own }})
    {%- endif -%}
{%- endmacro %}

{# Rows of an example and of the user's own landed files of the same dataset, as stated.
   No cell is typed here: one that cannot be read must not stop the build. #}
{% macro own_rows(dataset, example) -%}
    {%- do declare_landed(dataset) -%}
    {%- set files = landed_files(dataset ~ '/*.parquet') -%}
    {%- set stated = seed_columns(example) | reject('equalto', 'source_release_key') | list %}
    select
        '{{ dataset }}' as dataset_code,
        'example' as source_kind_code,
        source_release_key,
        cast(rowid + 1 as integer) as row_number,
        'seeds/{{ "targets" if dataset.startswith("portfolio") else "own_plant" }}/
        {{- example.identifier }}.csv' as file_name,
        {{ row_as_json(stated) }} as raw_row
    from {{ example }}
    {%- if files %}
    union all
    select
        '{{ dataset }}',
        'own',
        source_release_key,
        cast(row_number as integer),
        file_name,
        {{ row_as_json(columns_of_files(files)) }}
    from read_parquet({{ files }}, union_by_name = true)
    {%- endif %}
{%- endmacro %}

{% macro row_as_json(columns) -%}
    to_json({
        {%- for name in columns %}
        '{{ name }}': cast({{ name }} as varchar){{ ',' if not loop.last }}
        {%- endfor %}
    })::varchar
{%- endmacro %}

{# Columns that a user may fill: those of the landed files without the ones that say where a row
   comes from. A file landed before a column was added to the contract has it not. #}
{% macro columns_of_files(files) -%}
    {%- set found = [] -%}
    {%- set facts = ['source_release_key', 'vintage_date', 'retrieved_at', 'file_name',
        'file_sha256', 'row_number'] -%}
    {%- if execute -%}
        {%- set described = run_query(
            'describe select * from read_parquet(' ~ files ~ ', union_by_name = true)'
        ) -%}
        {%- for name in described.columns[0].values() if name not in facts -%}
            {%- do found.append(name) -%}
        {%- endfor -%}
    {%- endif -%}
    {{- return(found) -}}
{%- endmacro %}
