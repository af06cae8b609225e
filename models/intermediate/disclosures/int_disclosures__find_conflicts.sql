-- What form and sheet say of one field. The form is used, so the sheet's text is in doubt; but a
-- note of the form, beside a field of the same indicator, may confirm the sheet.
with notes as (
    select
        field.tax_id,
        field.report_year,
        rule.indicator_no,
        string_agg(field.note, ' ') as note
    from {{ ref('int_disclosures__field') }} as field
    inner join {{ ref('rule_indicator') }} as rule
        on list_contains(string_split(rule.field_nos, ' '), field.field_no)
    where field.source_kind_code = 'form'
    group by field.tax_id, field.report_year, rule.indicator_no
),

compared as (
    select
        used.*,
        sheet.source_release_key as sheet_release_key,
        suspect.tax_id is not null as is_suspect,
        suspect.suggested_value as fitting_value,
        suspect.reason,
        coalesce(
            used.value_kind in ('year', 'percent')
            and regexp_matches(
                notes.note,
                '(^|[^0-9.])' || regexp_escape(used.conflict_value_text) || '([^0-9.]|$)'
            ),
            false
        ) as is_sheet_confirmed
    from {{ ref('int_disclosures__field') }} as used
    inner join {{ ref('int_disclosures__parse') }} as sheet
        on sheet.tax_id = used.tax_id
            and sheet.report_year = used.report_year
            and sheet.field_no = used.field_no
            and sheet.source_kind_code = 'sheet'
    left join {{ ref('ref_disclosure_field') }} as known on known.field_no = used.field_no
    left join {{ ref('int_disclosures__find_suspects') }} as suspect
        on suspect.tax_id = used.tax_id
            and suspect.year = used.value_year
            and suspect.measure = known.measure_code
    left join {{ ref('rule_indicator') }} as rule
        on list_contains(string_split(rule.field_nos, ' '), used.field_no)
    left join notes
        on notes.tax_id = used.tax_id
            and notes.report_year = used.report_year
            and notes.indicator_no = rule.indicator_no
    where used.conflict_value_text is not null
    qualify row_number() over (
            partition by used.tax_id, used.report_year, used.field_no
            order by is_sheet_confirmed desc
        ) = 1
)

select
    case when is_sheet_confirmed then 'report_fields' else 'disclosure_sheet' end as dataset,
    'RD04' as rule_code,
    tax_id as entity_key,
    report_year as period,
    field_code as column_name,
    case when is_sheet_confirmed then value_text else conflict_value_text end as raw_value,
    case
        when is_sheet_confirmed then conflict_value_text
        when not is_suspect then value_text
        else cast(fitting_value as varchar)
    end as suggested_value,
    'the form says ' || value_text || ', the sheet ' || conflict_value_text
    || case
        when is_sheet_confirmed then ', and so does a note of the form'
        else '; the form is used' || coalesce(', itself in doubt: ' || reason, '')
    end as explanation,
    case when is_sheet_confirmed then source_release_key else sheet_release_key end
        as source_release_key
from compared
