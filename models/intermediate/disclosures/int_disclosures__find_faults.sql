-- what is odd about the disclosures: values are kept as they are, each finding names its rule and, where there is one, the value that would fit
select
    'report_fields' as dataset,
    rule_code,
    tax_id as entity_key,
    year as period,
    measure as column_name,
    value::varchar as raw_value,
    suggested_value::varchar as suggested_value,
    'warning' as severity,
    reason as explanation,
    source_release_key
from {{ ref('int_disclosures__find_suspects') }}
union all
select
    'report_fields',
    'DQ22',
    tax_id,
    year,
    'coal_use',
    value_text,
    round(expected_t, 3)::varchar,
    'warning',
    case when is_heat then 'the figure is the heat of the coal, not its tonnes; ' else '' end
    || round(ratio, 6) || ' times the ' || expected_t::bigint || ' t of ' || expected_from,
    source_release_key
from {{ ref('int_disclosures__reconcile_coal') }}
where ratio not between 0.5 and 2
union all
select
    'report_fields',
    'DQ22',
    tax_id,
    report_year,
    field_code,
    value_text,
    null,
    'warning',
    'a share above 100 %',
    source_release_key
from {{ ref('int_disclosures__field') }}
where value_kind = 'percent' and unit_code = 'pct' and value_number > 100
union all
-- the same on the sheet, where an amount was formatted as a percentage
select
    'disclosure_sheet',
    'DQ22',
    tax_id,
    report_year,
    field_code,
    value_text,
    (value_number / 100)::decimal(20, 2)::varchar,
    'warning',
    case
        when
            value_kind = 'percent'
            then 'an amount or a share above 100 % stored as a percentage'
        else 'a quantity stored as a percentage'
    end,
    source_release_key
from {{ ref('int_disclosures__parse') }}
where source_kind_code = 'sheet' and value_text like '%\%' escape '\' and (
        (value_kind = 'percent' and value_number > 100)
        or (value_kind = 'quantity' and not regexp_full_match(value_text, '0([.]0*)?%'))
    )
union all
select
    'report_fields',
    'DQ24',
    tax_id,
    year,
    'scope1|scope2',
    disclosed_tco2e::bigint::varchar,
    null,
    'event',
    'scope 1 and 2 of the report are '
    || round(disclosed_per_registry_ratio, 2)
    || ' times the '
    || registry_tco2e::bigint
    || ' t of its plants; the report '
    || coalesce('speaks of: ' || boundary_words, 'states no boundary'),
    source_release_key
from {{ ref('int_disclosures__compare_boundary') }}
where disclosed_per_registry_ratio > {{ rule_value('dq24:disclosed_per_registry_max', 'year') }}
    or disclosed_per_registry_ratio
    < 1 / {{ rule_value('dq24:disclosed_per_registry_max', 'year') }}
union all
select
    'report_fields',
    'DQ30',
    tax_id,
    report_year,
    'page',
    count(*)::varchar,
    null,
    'warning',
    'no page for ' || string_agg(field_code, ', ' order by field_no::integer),
    any_value(source_release_key)
from {{ ref('int_disclosures__field') }}
where source_kind_code = 'form' and field_no::integer <= 57 and value_state = 'value' and page is null
group by tax_id, report_year
union all
select
    case source_kind_code when 'form' then 'report_fields' else 'disclosure_sheet' end,
    case when flags like '%not_a_number%' then 'DQ16' else 'DQ29' end,
    tax_id,
    report_year,
    field_code,
    value_text,
    null,
    'warning',
    case when
            flags like '%not_a_number%'
            then '"'
                || value_text
                || '" is not a number; valid are e.g. 578, 1,343, 21.6%, NA for silence'
        else 'the unit "' || coalesce(unit_text, '') || '" is in no list of units (ref_unit_text)'
    end,
    source_release_key
from {{ ref('int_disclosures__field') }}
where field_no::integer <= 57 and regexp_matches(flags, 'not_a_number|unit_unknown')
union all
-- both inputs speak and differ; the form is used
select
    'report_fields',
    'RD04',
    tax_id,
    report_year,
    field_code,
    value_text,
    conflict_value_text,
    'warning',
    'the form says ' || value_text || ', the sheet ' || conflict_value_text || '; the form is used',
    source_release_key
from {{ ref('int_disclosures__field') }}
where conflict_value_text is not null
union all
select
    'disclosure_sheet',
    'RD04',
    'all companies',
    report_year,
    field_code,
    string_agg(distinct value_text, ', ' order by value_text),
    null,
    'warning',
    count(*)
    || ' shares are rounded to 0 or 1: the sheet lost their decimals; the form is used where it speaks',
    min(source_release_key)
from {{ ref('int_disclosures__parse') }}
where source_kind_code = 'sheet' and value_kind = 'percent' and value_state = 'value'
group by report_year, field_code
having count(*) >= 30 and count(*) = count(*) filter (where regexp_full_match(value_text, '[01]'))
union all
select
    'energy_revenue',
    'RD04',
    tax_id,
    year,
    measure,
    value::varchar,
    conflict_value::varchar,
    'warning',
    source_kind_code
    || ' says '
    || value
    || ', '
    || conflict_source_kind_code
    || ' '
    || conflict_value
    || '; the first is used',
    source_release_key
from {{ ref('int_disclosures__energy_year') }}
where conflict_source_kind_code is not null
union all
select
    'report_fields',
    'RD07',
    item.tax_id,
    item.year,
    'energy_items',
    item.items_gj::bigint::varchar,
    null,
    'warning',
    'the energy items add to '
    || round(item.items_gj / total.value, 3)
    || ' of the total energy of '
    || total.value::bigint
    || ' GJ',
    total.source_release_key
from (
    select
        tax_id,
        year,
        sum(energy_gj) as items_gj
    from {{ ref('int_disclosures__convert_item') }}
    group by tax_id, year
    having count(*) = count(energy_gj)
) as item
inner join {{ ref('int_disclosures__energy_year') }} as total
    on total.tax_id = item.tax_id
        and total.year = item.year
        and total.measure = 'total_energy_gj'
        and total.value > 0
where item.items_gj / total.value not between 0.9 and 1.1
union all
select
    'report_fields',
    'DQ12',
    read.company_code,
    null,
    'company_code',
    read.company_code,
    null,
    'warning',
    'a group, not a company: its ' || count(*) || ' fields are not used',
    min(read.source_release_key)
from {{ ref('stg_observatory__report_field') }} as read
inner join
    {{ ref('int_disclosures__resolve_code') }} as code
    on code.company_code = read.company_code
where code.tax_id is null
group by read.company_code
union all
select
    'report_fields',
    'RD08',
    tax_id,
    report_year,
    'scope3',
    total::bigint::varchar,
    category_sum::bigint::varchar,
    'warning',
    'the categories of scope 3 add to ' || category_sum::bigint || ' t, more than the stated total',
    source_release_key
from (
    select
        tax_id,
        report_year,
        any_value(source_release_key) as source_release_key,
        max(value_number) filter (where field_code = 'scope3') as total,
        sum(value_number) filter (where field_code like 'scope3_category_%') as category_sum
    from {{ ref('int_disclosures__field') }}
    group by tax_id, report_year
)
where category_sum > 1.02 * total
