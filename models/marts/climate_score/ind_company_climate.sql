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
    tax_id,
    report_year,
    indicator_no,
    indicator_code,
    dimension_code,
    status,
    case
        when status = 'met' then true
        when status in ('not_met', 'not_disclosed') then false
    end as is_met,
    other_reading_status,
    value,
    unit_code,
    threshold_value,
    rule_key,
    basis,
    {{ flags_text('flags') }} as flags,
    source_release_key,
    page,
    review_code
from {{ ref('int_climate_score__indicator') }}
left join reviewed using (tax_id, report_year, indicator_no)
