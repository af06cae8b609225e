-- a quantity or percentage is a number and what follows it
{%- set number = '^[+-]?[0-9][0-9,]*([.][0-9]+)?' %}
with texts as (
    select
        code.tax_id,
        read.report_year,
        read.field_no,
        'form' as source_kind_code,
        case review.verdict_code
            when 'corrected' then review.corrected_text else read.value_text
        end as value_text,
        coalesce(review.corrected_unit_text, read.unit_text) as unit_text,
        read.note,
        coalesce(
            review.corrected_page, case when upper(trim(read.page)) <> 'NA' then read.page end
        ) as page,
        coalesce(review.verdict_code, 'read_once') as review_code,
        case when review.verdict_code = 'corrected' then read.value_text end as first_value_text,
        review.review_key,
        read.source_release_key,
        read.row_number
    from {{ ref('stg_observatory__report_field') }} as read
    inner join {{ ref('int_disclosures__resolve_code') }} as code
        on code.company_code = read.company_code
    -- a second reading is about the text that was read first
    left join {{ ref('int_disclosures__review') }} as review
        on review.tax_id = code.tax_id
            and review.report_year = read.report_year
            and review.field_no = read.field_no
            and review.read_text is not distinct from read.value_text
    where code.tax_id is not null
    union all by name
    select
        sheet.tax_id,
        sheet.report_year,
        field.field_no,
        'sheet' as source_kind_code,
        sheet.value_text,
        'read_once' as review_code,
        sheet.source_release_key,
        sheet.row_number
    from {{ ref('stg_observatory__disclosure_sheet') }} as sheet
    inner join {{ ref('ref_disclosure_field') }} as field
        on field.sheet_name = {{ without_years('sheet.field_name', 'sheet.report_year') }}
),

newest as (
    select
        texts.tax_id,
        texts.report_year,
        texts.field_no,
        field.field_code,
        texts.source_kind_code,
        field.value_kind,
        texts.value_text,
        texts.unit_text,
        texts.note,
        texts.page,
        texts.review_code,
        texts.first_value_text,
        texts.review_key,
        case
            when texts.value_text is null then 'silent'
            when state.value_state in ('silent', 'no') then state.value_state
            else 'value'
        end as value_state,
        coalesce(state.value_state = 'yes', false) as is_yes,
        field.unit_code as field_unit_code,
        field.form_unit_code,
        texts.source_release_key,
        texts.row_number
    from texts
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = texts.source_release_key
    inner join {{ ref('ref_disclosure_field') }} as field on field.field_no = texts.field_no
    left join {{ ref('ref_value_state') }} as state on state.value_text = trim(texts.value_text)
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    -- the newest reading; in one of them a code written in two ways may fill a field twice
    qualify row_number() over (
            partition by
                texts.tax_id, texts.report_year, texts.field_no, texts.source_kind_code
            order by
                release.vintage_date desc,
                texts.value_text is null or coalesce(state.value_state, '') = 'silent',
                texts.row_number
        ) = 1
)

select
    *,
    value_kind in ('quantity', 'percent') as is_measured,
    case
        when is_measured and value_state = 'value'
            then try_cast(
                    replace(regexp_extract(trim(value_text), '{{ number }}'), ',', '') as double
                )
    end as stated_number,
    case
        when is_measured
            then nullif(lower(trim(regexp_replace(trim(value_text), '{{ number }}', ''))), '')
    end as cell_unit_text,
    -- full-width brackets are the form's own
    lower(translate(trim(unit_text), '（）', '()')) as column_unit_text,
    case
        when value_kind = 'year' and value_state = 'value'
            then list_transform(
                    regexp_extract_all(value_text, '(19|20)[0-9]{2}'),
                    year -> cast(year as integer)
                )
    end as years
from newest
