-- one value per company, report year and field: the form, which has units and pages, before the sheet; where both speak and differ, the sheet's
-- text stands beside it. The sheet prints whole numbers, so half of one is rounding.
with paired as (
    select
        coalesce(form.tax_id, sheet.tax_id) as tax_id,
        coalesce(form.report_year, sheet.report_year) as report_year,
        coalesce(form.field_no, sheet.field_no) as field_no,
        form.tax_id is null
        or (form.value_state = 'silent' and coalesce(sheet.value_state, 'silent') <> 'silent')
            as takes_sheet,
        case
            when
                form.value_state = 'silent'
                or sheet.value_state = 'silent'
                or form.tax_id is null
                or sheet.tax_id is null
                then false
            when form.value_state <> sheet.value_state then true
            when form.value_kind = 'flag' then form.value_flag <> sheet.value_flag
            when form.value_kind = 'text' then false
            when
                form.value_number is null or sheet.value_number is null
                then form.value_number is not null or sheet.value_number is not null
            when form.unit_code <> sheet.unit_code then true
            when
                form.unit_code = 'gj'
                then abs(form.value_number - sheet.value_number) > 0.0005 + 1e-6
            -- a bare 0 or 1 is a share rounded to a whole: it says no more than below or above a half
            when
                form.value_kind = 'percent' and regexp_full_match(sheet.value_text, '[01]')
                then abs(form.value_number - sheet.value_number) > 50
            else abs(form.value_number - sheet.value_number) > 0.5 + 1e-9
        end as is_conflict,
        sheet.value_text as sheet_text,
        form.tax_id is not null as has_form
    from (
        select * from {{ ref('int_disclosures__parse') }}
        where source_kind_code = 'form'
    ) as form
    full join
        (
            select * from {{ ref('int_disclosures__parse') }}
            where source_kind_code = 'sheet'
        ) as sheet
        on sheet.tax_id = form.tax_id
            and sheet.report_year = form.report_year
            and sheet.field_no = form.field_no
)

select
    read.tax_id,
    read.report_year,
    read.field_no,
    read.field_code,
    read.value_kind,
    read.value_text,
    read.unit_text,
    read.note,
    read.page,
    read.value_state,
    read.value_flag,
    read.value_number,
    read.unit_code,
    read.flags,
    read.years,
    read.source_kind_code,
    case when paired.is_conflict and not paired.takes_sheet then paired.sheet_text end
        as conflict_value_text,
    -- a blank row means no report: something of the form's own fields must be said
    max(case when read.field_no::integer <= 75 and read.value_state <> 'silent' then 1 else 0 end)
        over (partition by read.tax_id, read.report_year)
    = 1 as has_report,
    read.source_release_key,
    read.row_number
from paired
inner join {{ ref('int_disclosures__parse') }} as read
    on read.tax_id = paired.tax_id
        and read.report_year = paired.report_year
        and read.field_no = paired.field_no
        and read.source_kind_code = case when paired.takes_sheet then 'sheet' else 'form' end
