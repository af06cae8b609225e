-- The form, which has units and pages, comes before the sheet; where both speak and differ, the
-- sheet's text stands beside it. The sheet prints whole numbers, so half of one is rounding.
with form as (
    select * from {{ ref('int_disclosures__parse') }}
    where source_kind_code = 'form'
),

sheet as (
    select * from {{ ref('int_disclosures__parse') }}
    where source_kind_code = 'sheet'
),

paired as (
    select
        coalesce(form.tax_id, sheet.tax_id) as tax_id,
        coalesce(form.report_year, sheet.report_year) as report_year,
        coalesce(form.field_no, sheet.field_no) as field_no,
        coalesce(form.value_state, 'silent') <> 'silent' as form_speaks,
        coalesce(sheet.value_state, 'silent') <> 'silent' as sheet_speaks,
        form.tax_id is null or (sheet_speaks and not form_speaks) as takes_sheet,
        abs(form.value_number - sheet.value_number) as difference,
        form_speaks and sheet_speaks and case
            when form.value_state <> sheet.value_state then true
            when form.value_kind = 'flag' then form.value_flag <> sheet.value_flag
            when form.value_kind = 'text' then false
            when form.value_number is null or sheet.value_number is null
                then form.value_number is not null or sheet.value_number is not null
            -- nothing is nothing in every unit
            when form.value_number = 0 and sheet.value_number = 0 then false
            when form.unit_code <> sheet.unit_code then true
            when form.unit_code = 'gj' then difference > 0.0005 + 1e-6
            -- a bare 0 or 1 is a share rounded to a whole: no more than below or above a half
            when form.value_kind = 'percent' and regexp_full_match(sheet.value_text, '[01]')
                then difference > 50
            else difference > 0.5 + 1e-9
        end as is_conflict,
        sheet.value_text as sheet_text
    from form
    full join sheet
        on sheet.tax_id = form.tax_id
            and sheet.report_year = form.report_year
            and sheet.field_no = form.field_no
)

select
    read.*,
    read.report_year - coalesce(field.years_before, 0) as value_year,
    case when paired.is_conflict then paired.sheet_text end as conflict_value_text,
    -- a blank row means no report: something of the form's own fields must be said
    bool_or(field.form_part_code is not null and read.value_state <> 'silent')
        over (partition by read.tax_id, read.report_year) as has_report
from paired
inner join {{ ref('int_disclosures__parse') }} as read
    on read.tax_id = paired.tax_id
        and read.report_year = paired.report_year
        and read.field_no = paired.field_no
        and read.source_kind_code = case when paired.takes_sheet then 'sheet' else 'form' end
inner join {{ ref('ref_disclosure_field') }} as field on field.field_no = read.field_no
