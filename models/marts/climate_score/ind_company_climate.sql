-- an indicator is as sure as the reading of the fields that it rests on
with reviewed as (
    select
        field.tax_id,
        field.report_year,
        rule.indicator_no,
        case
            when bool_or(field.review_code = 'read_once') then 'read_once'
            when bool_or(field.review_code = 'corrected') then 'corrected'
            else 'confirmed'
        end as review_code
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
    judged.indicator_code,
    judged.dimension_code,
    judged.status,
    case
        when judged.status = 'met' then true
        when judged.status in ('not_met', 'not_disclosed') then false
    end as is_met,
    judged.other_reading_status,
    judged.value,
    judged.unit_code,
    judged.threshold_value,
    judged.rule_key,
    judged.basis,
    {{ flags_text('judged.flags') }} as flags,
    judged.source_release_key,
    judged.page,
    reviewed.review_code
from {{ ref('int_climate_score__indicator') }} as judged
left join reviewed
    on reviewed.tax_id = judged.tax_id
        and reviewed.report_year = judged.report_year
        and reviewed.indicator_no = judged.indicator_no
