-- values are kept as they are: each finding names its rule and, where there is one, the value that
-- would fit
with found as (
    select
        'report_fields' as dataset,
        rule_code,
        tax_id as entity_key,
        year as period,
        measure as column_name,
        cast(value as varchar) as raw_value,
        cast(suggested_value as varchar) as suggested_value,
        reason as explanation,
        source_release_key
    from {{ ref('int_disclosures__find_suspects') }}
    union all by name
    select * from {{ ref('int_disclosures__find_field_faults') }}
    union all by name
    select * from {{ ref('int_disclosures__find_conflicts') }}
    union all by name
    select * from {{ ref('int_disclosures__find_review_faults') }}
    union all by name
    select
        'report_fields' as dataset,
        *
    from {{ ref('int_disclosures__find_sum_faults') }}
    union all by name
    select
        dataset,
        rule_code,
        tax_id as entity_key,
        year as period,
        measure as column_name,
        raw_value,
        suggested_value,
        reason as explanation,
        source_release_key
    from {{ ref('int_disclosures__find_doubts') }}
    union all by name
    select
        'disclosure_sheet' as dataset,
        'RD04' as rule_code,
        'all companies' as entity_key,
        sheet.report_year as period,
        sheet.field_code as column_name,
        string_agg(distinct sheet.value_text, ', ' order by sheet.value_text) as raw_value,
        count(*) || ' shares are rounded to 0 or 1: the sheet lost their decimals; the form is'
        || ' used where it speaks' as explanation,
        min(sheet.source_release_key) as source_release_key
    from {{ ref('int_disclosures__parse') }} as sheet
    left join {{ ref('int_disclosures__rule_in_force') }} as rule
        on rule.year = sheet.report_year
    where sheet.source_kind_code = 'sheet'
        and sheet.value_kind = 'percent'
        and sheet.value_state = 'value'
    group by sheet.report_year, sheet.field_code
    having bool_and(regexp_full_match(sheet.value_text, '[01]'))
        and count(*) >= any_value(rule.rounded_shares_min)
    union all by name
    select
        dataset,
        'DQ37' as rule_code,
        company_code as entity_key,
        'company_code|company_name' as column_name,
        company_name as raw_value,
        any_value(name_tax_id) as suggested_value,
        'the name is ' || any_value(name_tax_id) || case
            when any_value(tax_id) is null
                then ', no company list has the code ' || company_code || ': the row is not used'
            else ', the code ' || company_code || ' is ' || any_value(tax_id)
                || ': energy and revenue of the row are suspect for both'
        end as explanation,
        min(source_release_key) as source_release_key
    from {{ ref('int_disclosures__find_code_doubts') }}
    group by dataset, company_code, company_name
    union all by name
    select
        'report_fields' as dataset,
        'DQ12' as rule_code,
        read.company_code as entity_key,
        'company_code' as column_name,
        read.company_code as raw_value,
        'a group, not a company: its ' || count(*) || ' fields are not used' as explanation,
        min(read.source_release_key) as source_release_key
    from {{ ref('stg_observatory__report_field') }} as read
    inner join {{ ref('int_disclosures__resolve_code') }} as code
        on code.company_code = read.company_code
    where code.tax_id is null
    group by read.company_code
)

select
    dataset,
    rule_code,
    entity_key,
    period,
    column_name,
    raw_value,
    suggested_value,
    coalesce(severity, 'warning') as severity,
    explanation,
    source_release_key
from found
