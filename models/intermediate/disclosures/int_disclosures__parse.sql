-- every field of both inputs, typed: state, flag, number in the field's unit, and what was odd about the text
with texts as (
    select
        code.tax_id,
        read.report_year,
        read.field_no,
        'form' as source_kind_code,
        read.value_text,
        read.unit_text,
        read.note,
        read.page,
        read.source_release_key,
        read.row_number
    from {{ ref('stg_observatory__report_field') }} as read
    inner join
        {{ ref('int_disclosures__resolve_code') }} as code
        on code.company_code = read.company_code
    where code.tax_id is not null
    union all
    select
        sheet.tax_id,
        sheet.report_year,
        field.field_no,
        'sheet',
        sheet.value_text,
        null,
        null,
        null,
        sheet.source_release_key,
        sheet.row_number
    from {{ ref('stg_observatory__disclosure_sheet') }} as sheet
    inner join {{ ref('ref_disclosure_field') }} as field on field.sheet_name = sheet.field_name
),

known as (
    select
        texts.*,
        release.vintage_date,
        field.field_code,
        field.value_kind,
        field.unit_code as field_unit_code,
        field.form_unit_code,
        case
            when texts.value_text is null then 'silent' else coalesce(state.value_state, 'value')
        end as value_state
    from texts
    inner join
        {{ ref('int_releases__release') }} as release
        on release.source_release_key = texts.source_release_key
    inner join {{ ref('ref_disclosure_field') }} as field on field.field_no = texts.field_no
    left join {{ ref('ref_value_state') }} as state on state.value_text = trim(texts.value_text)
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
),

-- a quantity or percentage is a number and what follows it; a unit in the cell is nearer to the value than the column beside it
cut as (
    select
        *,
        case when value_state = 'value' and value_kind in ('quantity', 'percent')
                then try_cast(
                        replace(
                            regexp_extract(trim(value_text), '^[+-]?[0-9][0-9,]*([.][0-9]+)?'),
                            ',',
                            ''
                        ) as double
                    )
        end as stated_number,
        nullif(
            lower(trim(regexp_replace(trim(value_text), '^[+-]?[0-9][0-9,]*([.][0-9]+)?', ''))), ''
        ) as cell_unit_text,
        case when value_state = 'value' and value_kind = 'year'
                then list_transform(
                        regexp_extract_all(value_text, '(19|20)[0-9]{2}'),
                        year -> cast(year as integer)
                    )
        end as years
    from known
),

with_unit as (
    select
        cut.*,
        case
            when cut.value_kind = 'percent'
                and coalesce(cut.cell_unit_text, stated.unit_code) is null
                then case when cut.stated_number <= 1 then 'ratio' else 'pct' end
            when cut.cell_unit_text is not null then in_cell.unit_code
            -- no unit at all is the form's own; a unit that is in no list is not guessed
            when coalesce(upper(trim(cut.unit_text)), 'NA') = 'NA' then cut.form_unit_code
            else stated.unit_code
        end as stated_unit_code,
        case
            when cut.cell_unit_text is not null then in_cell.multiplier else
                coalesce(stated.multiplier, 1)
        end as multiplier
    from cut
    left join
        {{ ref('ref_unit_text') }} as in_cell
        on cut.value_kind in ('quantity', 'percent') and in_cell.unit_text = cut.cell_unit_text
    -- full-width brackets are the form's own
    left join {{ ref('ref_unit_text') }} as stated
        on cut.value_kind in ('quantity', 'percent')
            and stated.unit_text = lower(translate(trim(cut.unit_text), '（）', '()'))
)

select
    read.tax_id,
    read.report_year,
    read.field_no,
    read.field_code,
    read.source_kind_code,
    read.value_kind,
    read.value_text,
    read.unit_text,
    read.note,
    case when upper(trim(read.page)) = 'NA' then null else read.page end as page,
    read.value_state,
    case
        when read.value_kind = 'flag' and read.value_state = 'no' then false
        when read.value_kind = 'flag' and read.value_state = 'value' then true
    end as value_flag,
    case
        -- the year nearest to 2030 that is not before it, else the last: what the rules ask for
        when read.value_kind = 'year'
            then coalesce(
                    list_min(list_filter(read.years, year -> year >= 2030 and len(read.years) > 1)),
                    list_max(read.years)
                )
        when read.field_unit_code is null then read.stated_number
        else {{ without_noise('read.stated_number * read.multiplier * unit.to_base_factor * case
            when unit.base_unit_code = wanted.base_unit_code then 1 / wanted.to_base_factor
            when unit.base_unit_code = \'gj\' and wanted.base_unit_code = \'kwh\' then 1 / 0.0036
            when unit.base_unit_code = \'kwh\' and wanted.base_unit_code = \'gj\' then 0.0036
            else 1 end', 9) }}
    end as value_number,
    case
        when read.value_kind = 'year' then 'year'
        when read.stated_number is null then null
        when unit.base_unit_code = wanted.base_unit_code
            or (unit.base_unit_code in ('gj', 'kwh') and wanted.base_unit_code in ('gj', 'kwh'))
            then read.field_unit_code
        else unit.base_unit_code
    end as unit_code,
    nullif(concat_ws(
        ' ',
        case when len(read.years) > 1 then 'multi_valued' end,
        case
            when
                read.value_kind = 'year' and regexp_matches(read.value_text, '[0-9][^、,，-]*[(（]')
                then 'restricted_scope'
        end,
        case when read.value_state = 'value'
                and read.value_kind in ('quantity', 'percent')
                and read.stated_number is null
                then 'not_a_number'
        end,
        case when read.stated_number is not null
                and read.stated_unit_code is null
                and read.field_unit_code is not null
                then 'unit_unknown'
        end,
        case when read.value_kind = 'flag'
                and read.value_state = 'value'
                and upper(read.value_text) not in ('TRUE', '是', '有')
                then 'text_for_flag'
        end
    ), '') as flags,
    read.years,
    read.source_release_key,
    read.row_number
from with_unit as read
left join {{ ref('ref_unit') }} as unit on unit.unit_code = read.stated_unit_code
left join {{ ref('ref_unit') }} as wanted on wanted.unit_code = read.field_unit_code
-- the newest reading; in one of them a code written in two ways may fill a field twice
qualify row_number() over (
        partition by read.tax_id, read.report_year, read.field_no, read.source_kind_code
        order by read.vintage_date desc, read.value_state = 'silent', read.row_number
    ) = 1
