-- noqa: disable=LT02
-- a template: its lines are indented as they are written, not as they are rendered
{# Every record that the models take in, one declaration per data set:
     dataset   as in the landing contract
     several   true where dataset and mart are expressions, not texts
     from      staging model, or a query in brackets that adds what the key needs
     mart      where the record ends
     key       row_key of its row there, or row_key/column for one column; '' where any row of the
               mart that rests on its row of the file will do
     model     the model that chooses among the records
     left_out  reason (ref_vocabulary, exclusion): condition under which a record is not in the mart
   A record that the trace of its mart does not cite, no other row replaces there, and no condition
   leaves out, stops the build; so does one that is cited although a condition leaves it out.
   models/_docs/methodology/quality.md says how a new data set is declared. #}
{% macro list_records(declared) -%}
    {%- for data in declared %}
    select
        {{ data.dataset if data.several else "'" ~ data.dataset ~ "'" }} as dataset,
        source_release_key,
        row_number,
        {{ data.mart if data.several else "'" ~ data.mart ~ "'" }} as mart,
        coalesce(cast({{ data.key }} as varchar), '') as row_key,
        '{{ data.model }}' as model_name,
        {%- if data.left_out %}
        case
            {%- for code, condition in data.left_out.items() %}
            when {{ condition }} then '{{ code }}'
            {%- endfor %}
        end as exclusion_code
        {%- else %}
        cast(null as varchar) as exclusion_code
        {%- endif %}
    from {{ data.from }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
{%- endmacro %}

{# The models that say what published figures rest on, one or more per room. #}
{% macro trace_models() -%}
    {{- return([
        'energy_audit__trace', 'energy_audit__trace_indicator', 'energy_audit__trace_saving',
        'energy_audit__trace_national', 'emissions__trace', 'emissions__trace_fund',
        'emissions__trace_feeds', 'disclosures__trace', 'disclosures__trace_exchange',
        'climate_score__trace', 'climate_score__trace_target', 'climate_score__trace_path',
        'climate_score__trace_card', 'targets__trace', 'sector_plan__trace',
        'sector_plan__trace_national', 'own_plant__trace', 'own_plant__trace_assessment',
        'declarations__trace',
    ]) -}}
{%- endmacro %}
