with assessed as (
    {%- for step in ['commitment', 'action', 'plan', 'transparency', 'energy', 'products'] %}
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

-- a finding that says that the value of a field cannot be what it says
doubted as (
    select distinct
        fault.entity_key as tax_id,
        fault.period as report_year,
        rule.indicator_no
    from {{ ref('int_disclosures__find_faults') }} as fault
    inner join {{ ref('ref_disclosure_field') }} as field on field.field_code = fault.column_name
    inner join {{ ref('rule_indicator') }} as rule
        on list_contains(string_split(rule.field_nos, ' '), field.field_no)
    where fault.dataset = 'report_fields'
        and fault.rule_code in ('DQ16', 'DQ22', 'DQ29', 'DQ30', 'RD07', 'RD08')
),

supported as (
    select
        assessed.*,
        input.list_release_key,
        -- without a report silence says nothing, and a missing input is not the company's
        not input.has_report and assessed.status in ('not_disclosed', 'insufficient_data')
            as is_without_report,
        reading.reading_code is not null and not is_without_report as has_two_readings,
        has_two_readings and reading.reading_code = 'wide' as is_wide
    from assessed
    inner join {{ ref('int_climate_score__report_fields') }} as input
        on input.tax_id = assessed.tax_id and input.report_year = assessed.report_year
    left join {{ ref('rule_indicator_reading') }} as reading
        on reading.indicator_no = assessed.indicator_no
            and reading.is_ours
            and assessed.report_year between reading.valid_from_year
            and coalesce(reading.valid_to_year, 9999)
)

select
    supported.tax_id,
    supported.report_year,
    supported.indicator_no,
    rule.indicator_code,
    rule.dimension_code,
    case
        when supported.is_without_report then 'not_assessed'
        when supported.is_wide then supported.wide_status
        else supported.status
    end as status,
    case
        when supported.is_wide then supported.status
        when supported.has_two_readings then supported.wide_status
    end as other_reading_status,
    case when not supported.is_without_report then supported.value end as value,
    rule.unit_code,
    supported.threshold_value,
    rule.rule_key,
    case
        when supported.is_without_report then 'no report'
        when supported.is_wide and supported.wide_status <> supported.status
            then 'the wide reading; by the strict one ' || supported.basis
        else supported.basis
    end as basis,
    case
        when doubted.tax_id is not null
            and not supported.is_without_report
            and not list_contains(supported.flags, 'suspect_input')
            then list_append(supported.flags, 'suspect_input')
        else supported.flags
    end as flags,
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
left join doubted
    on doubted.tax_id = supported.tax_id
        and doubted.report_year = supported.report_year
        and doubted.indicator_no = supported.indicator_no
