with assessed as (
    {%- for step in ['commitment', 'action', 'plan', 'transparency', 'energy'] %}
        select * from {{ ref('int_climate_score__assess_' ~ step) }}
        {{ 'union all by name' if not loop.last }}
    {%- endfor %}
),

evidence as (
    select
        field.tax_id,
        field.report_year,
        rule.indicator_no,
        nullif(string_agg(distinct field.page, '; ' order by field.page), '') as page,
        string_agg(distinct field.source_release_key, ' ' order by field.source_release_key)
            as source_release_key
    from {{ ref('rule_indicator') }} as rule
    inner join {{ ref('int_disclosures__field') }} as field
        on list_contains(string_split(rule.field_nos, ' '), field.field_no)
            and field.value_state <> 'silent'
    group by field.tax_id, field.report_year, rule.indicator_no
),

supported as (
    select
        assessed.*,
        input.list_release_key,
        -- without a report silence says nothing, and a missing input is not the company's
        not input.has_report and assessed.status in ('not_disclosed', 'insufficient_data')
            as is_without_report
    from assessed
    inner join {{ ref('int_climate_score__report_fields') }} as input
        on input.tax_id = assessed.tax_id and input.report_year = assessed.report_year
)

select
    supported.tax_id,
    supported.report_year,
    supported.indicator_no,
    rule.indicator_code,
    rule.dimension_code,
    case when supported.is_without_report then 'not_assessed' else supported.status end as status,
    supported.value,
    rule.unit_code,
    supported.threshold_value,
    rule.rule_key,
    case when supported.is_without_report then 'no report' else supported.basis end as basis,
    supported.flags,
    evidence.page,
    {{ distinct_words("coalesce(
        nullif(concat_ws(' ', evidence.source_release_key, supported.further_release_key), ''),
        supported.list_release_key
    )") }} as source_release_key
from supported
inner join {{ ref('rule_indicator') }} as rule
    on rule.indicator_no = supported.indicator_no
left join evidence
    on evidence.tax_id = supported.tax_id
        and evidence.report_year = supported.report_year
        and evidence.indicator_no = supported.indicator_no
