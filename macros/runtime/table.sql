-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Tables and views in one statement each. dbt's own way builds beside the old relation, renames
   and drops: five more statements a model, which cost more than most models here. A statement
   of DuckDB is a transaction, and readers only ever see a published copy. #}
{% materialization table, adapter='duckdb' %}
    {%- set has_contract = config.get('contract').enforced -%}
    {%- if has_contract -%}
        {%- do require_contract(sql) -%}
    {%- endif -%}
    {{ return(create_or_replace('table', has_contract, sql)) }}
{% endmaterialization %}

{% materialization view, adapter='duckdb' %}
    {{ return(create_or_replace('view', false, sql)) }}
{% endmaterialization %}

{# With a contract every row is checked while it is inserted. #}
{% macro create_or_replace(kind, has_contract, sql) %}
    {%- set target = this.incorporate(type=kind) -%}
    {%- set before = load_cached_relation(this) -%}
    {{ run_hooks(pre_hooks, inside_transaction=False) }}
    {{ run_hooks(pre_hooks, inside_transaction=True) }}
    {%- if before is not none and before.type != kind -%}
        {%- do adapter.drop_relation(before) -%}
    {%- endif -%}
    {% call statement('main') -%}
        {%- if has_contract -%}
            create or replace table {{ target }} (
                {{ columns_of_contract() }}
            );
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

{# Names and types of the query are those of the yml. One question to DuckDB, where dbt's own check
   asks two and compares in many steps. #}
{% macro require_contract(sql) %}
    {%- set found = {} -%}
    {%- for row in run_query('describe (' ~ sql ~ '\n)').rows -%}
        {%- do found.update({row['column_name']: row['column_type'] | lower | replace(' ', '')}) -%}
    {%- endfor -%}
    {%- set wrong = [] -%}
    {%- for column in model.columns.values() -%}
        {%- set declared = column.data_type | lower | replace(' ', '') -%}
        {%- set is_now = found.pop(column.name, 'missing') -%}
        {%- if is_now != declared -%}
            {%- do wrong.append(
                column.name ~ ': declared ' ~ declared ~ ', in the query ' ~ is_now
            ) -%}
        {%- endif -%}
    {%- endfor -%}
    {%- for name, type in found.items() -%}
        {%- do wrong.append(name ~ ': not declared, in the query ' ~ type) -%}
    {%- endfor -%}
    {%- if wrong -%}
        {{ exceptions.raise_compiler_error(
            'The query of ' ~ model.name ~ ' breaks the contract in its yml. ' ~ wrong | join('; ')
        ) }}
    {%- endif -%}
{% endmacro %}

{# Columns, types and constraints of the yml as DuckDB reads them. #}
{% macro columns_of_contract() -%}
    {%- for column in model.columns.values() %}
    {{ column.name }} {{ column.data_type }} {{ constraints_of_contract(column.constraints) }}
    {{- ',' if not loop.last }}
    {%- endfor %}
    {%- for constraint in model.constraints %},
    {{ constraints_of_contract([constraint]) }}
    {%- endfor %}
{%- endmacro %}

{% macro constraints_of_contract(constraints) -%}
    {%- for constraint in constraints -%}
        {%- if constraint.type == 'check' -%}
            check ({{ constraint.expression }}){{ ' ' }}
        {%- else -%}
            {{ constraint.type | replace('_', ' ') }}
            {%- if constraint.columns %} ({{ constraint.columns | join(', ') }}){% endif %}{{ ' ' }}
        {%- endif -%}
    {%- endfor -%}
{%- endmacro %}
