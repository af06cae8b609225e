-- all ten indicators of every company and year, with the pages and releases they rest on; without a report and without other evidence nothing is
-- assessed
with judged as (
    select * from {{ ref('int_climate_score__assess_commitment') }}
    union all
    select * from {{ ref('int_climate_score__assess_action') }}
    union all
    select * from {{ ref('int_climate_score__assess_plan') }}
    union all
    select * from {{ ref('int_climate_score__assess_transparency') }}
    union all
    select * from {{ ref('int_climate_score__assess_energy') }}
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
)

select
    judged.tax_id,
    judged.report_year,
    judged.indicator_no,
    rule.indicator_code,
    rule.dimension_code,
    case
        when
            not input.has_report and judged.status in ('not_disclosed', 'insufficient_data')
            then 'not_assessed'
        else judged.status
    end as status,
    judged.value,
    nullif(rule.unit_code, '') as unit_code,
    judged.threshold_value,
    nullif(rule.rule_key, '') as rule_key,
    case
        when
            not input.has_report and judged.status in ('not_disclosed', 'insufficient_data')
            then 'no report'
        else judged.basis
    end as basis,
    judged.flags,
    evidence.page,
    {{ distinct_words("coalesce(nullif(concat_ws(' ', evidence.source_release_key, judged.further_release_key), ''), input.list_release_key)") }}
        as source_release_key
from judged
inner join
    {{ ref('int_climate_score__report_fields') }} as input
    on input.tax_id = judged.tax_id and input.report_year = judged.report_year
inner join {{ ref('rule_indicator') }} as rule on rule.indicator_no = judged.indicator_no
left join evidence
    on evidence.tax_id = judged.tax_id
        and evidence.report_year = judged.report_year
        and evidence.indicator_no = judged.indicator_no
