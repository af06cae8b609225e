{# Tables and views in one statement each. dbt's own way builds beside the old relation, renames
   and drops: five more statements a model, which cost more than most models here. A statement
   of DuckDB is a transaction, and readers only ever see a published copy. #}
{% materialization table, adapter='duckdb' %}
    {%- set columns = get_table_columns_and_constraints() if config.get('contract').enforced -%}
    {{ return(create_or_replace('table', columns, sql)) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb' %}
    {{ return(create_or_replace('view', none, sql)) }}
{% endmaterialization %}

{# With `columns` (names, types, constraints of the contract) every row is checked while it is
   inserted. #}
{% macro create_or_replace(kind, columns, sql) %}
    {%- set target = this.incorporate(type=kind) -%}
    {%- set before = load_cached_relation(this) -%}
    {{ run_hooks(pre_hooks, inside_transaction=False) }}
    {{ run_hooks(pre_hooks, inside_transaction=True) }}
    {%- if before is not none and before.type != kind -%}
        {%- do adapter.drop_relation(before) -%}
    {%- endif -%}
    {% call statement('main') -%}
        {%- if columns -%}
            {{ get_assert_columns_equivalent(sql) }}
            create or replace table {{ target }} {{ columns }};
            insert into {{ target }} by name (
                {{ sql }}
            )
        {%- else -%}
            create or replace {{ kind }} {{ target }} as (
                {{ sql }}
            )
        {%- endif -%}
    {%- endcall %}
    {{ run_hooks(post_hooks, inside_transaction=True) }}
    {%- do persist_docs(target, model) -%}
    {{ adapter.commit() }}
    {{ run_hooks(post_hooks, inside_transaction=False) }}
    {{ return({'relations': [target]}) }}
{% endmacro %}
