-- what is odd about single cells of the form and the sheet
select
    'report_fields' as dataset,
    'DQ22' as rule_code,
    tax_id as entity_key,
    report_year as period,
    field_code as column_name,
    value_text as raw_value,
    cast(null as varchar) as suggested_value,
    'a share above 100 %' as explanation,
    source_release_key
from {{ ref('int_disclosures__field') }}
where value_kind = 'percent' and unit_code = 'pct' and value_number > 100
union all by name
-- the same on the sheet, where an amount was formatted as a percentage
select
    'disclosure_sheet' as dataset,
    'DQ22' as rule_code,
    tax_id as entity_key,
    report_year as period,
    field_code as column_name,
    value_text as raw_value,
    -- a percentage sign is a factor of 100; of a quantity it is taken into account already
    cast(
        cast(
            case value_kind when 'percent' then value_number / 100 else value_number end
            as decimal(20, 2)
        ) as varchar
    ) as suggested_value,
    case value_kind
        when 'percent' then 'an amount or a share above 100 % stored as a percentage'
        else 'a quantity stored as a percentage'
    end as explanation,
    source_release_key
from {{ ref('int_disclosures__parse') }}
where source_kind_code = 'sheet'
    and ends_with(value_text, '%')
    and (
        (value_kind = 'percent' and value_number > 100)
        or (value_kind = 'quantity' and not regexp_full_match(value_text, '0([.]0*)?%'))
    )
union all by name
select
    'report_fields' as dataset,
    'DQ30' as rule_code,
    field.tax_id as entity_key,
    field.report_year as period,
    'page' as column_name,
    cast(count(*) as varchar) as raw_value,
    'no page for ' || string_agg(field.field_code, ', ' order by cast(field.field_no as integer))
        as explanation,
    any_value(field.source_release_key) as source_release_key
from {{ ref('int_disclosures__field') }} as field
inner join {{ ref('ref_disclosure_field') }} as known
    on known.field_no = field.field_no and known.form_part_code = 'climate'
where field.source_kind_code = 'form' and field.value_state = 'value' and field.page is null
group by field.tax_id, field.report_year
union all by name
select
    case field.source_kind_code when 'form' then 'report_fields' else 'disclosure_sheet' end
        as dataset,
    case when list_contains(field.flags, 'not_a_number') then 'DQ16' else 'DQ29' end as rule_code,
    field.tax_id as entity_key,
    field.report_year as period,
    field.field_code as column_name,
    field.value_text as raw_value,
    case
        when list_contains(field.flags, 'not_a_number')
            then '"' || field.value_text
                || '" is not a number; valid are e.g. 578, 1,343, 21.6%, NA for silence'
        else 'the unit "' || coalesce(field.unit_text, '')
            || '" is in no list of units (ref_unit_text)'
    end as explanation,
    field.source_release_key
from {{ ref('int_disclosures__field') }} as field
inner join {{ ref('ref_disclosure_field') }} as known
    on known.field_no = field.field_no and known.form_part_code = 'climate'
where list_has_any(field.flags, ['not_a_number', 'unit_unknown'])
union all by name
select
    'report_fields' as dataset,
    case when list_contains(flags, 'restricted_scope') then 'RD01' else 'RD02' end as rule_code,
    tax_id as entity_key,
    report_year as period,
    field_code as column_name,
    value_text as raw_value,
    -- a target of a part is not read as one of the whole
    case
        when not list_contains(flags, 'restricted_scope')
            then cast(cast(value_number as integer) as varchar)
    end as suggested_value,
    case
        when list_contains(flags, 'restricted_scope') then 'holds for a part of the company'
        else 'several years in one cell; the suggested one is used'
    end as explanation,
    source_release_key
from {{ ref('int_disclosures__field') }}
where value_kind = 'year' and list_has_any(flags, ['restricted_scope', 'multi_valued'])
