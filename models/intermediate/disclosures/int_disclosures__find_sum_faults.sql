-- what is odd about figures beside one another: a total and its parts, a figure and its note, the
-- report and the plants, two sheets
with scope3 as (
    select
        tax_id,
        report_year,
        max(source_release_key) filter (where field_code = 'scope3') as source_release_key,
        max(value_number) filter (where field_code = 'scope3') as total_tco2e,
        sum(value_number) filter (where field_code like 'scope3_category_%') as categories_tco2e
    from {{ ref('int_disclosures__field') }}
    group by tax_id, report_year
),

notes as (
    select
        field.*,
        try_cast(regexp_extract(field.note, wording.pattern, 1) as double) as note_share
    from {{ ref('int_disclosures__field') }} as field
    inner join {{ ref('rule_report_wording') }} as wording
        on wording.wording_code = 'revenue_share_in_note'
            and wording.field_code = field.field_code
    where field.unit_code = 'pct'
),

items as (
    select
        tax_id,
        year,
        sum(energy_gj) as items_gj
    from {{ ref('int_disclosures__convert_item') }}
    group by tax_id, year
    having count(*) = count(energy_gj)
)

select
    'DQ22' as rule_code,
    tax_id as entity_key,
    year as period,
    'coal_use' as column_name,
    value_text as raw_value,
    cast(round(expected_t, 3) as varchar) as suggested_value,
    case when is_heat then 'the figure is the heat of the coal, not its tonnes; ' else '' end
    || round(ratio, 6) || ' times the ' || cast(expected_t as bigint) || ' t of ' || expected_from
        as explanation,
    source_release_key
from {{ ref('int_disclosures__reconcile_coal') }}
where is_off
union all by name
select
    'DQ24' as rule_code,
    compared.tax_id as entity_key,
    compared.year as period,
    'scope1|scope2' as column_name,
    cast(cast(compared.disclosed_tco2e as bigint) as varchar) as raw_value,
    'event' as severity,
    'scope 1 and 2 of the report are ' || round(compared.disclosed_per_registry_ratio, 2)
    || ' times the ' || cast(compared.registry_tco2e as bigint) || ' t of its plants; the report '
    || coalesce('speaks of: ' || compared.boundary_words, 'states no boundary') as explanation,
    compared.source_release_key
from {{ ref('int_disclosures__compare_boundary') }} as compared
inner join {{ ref('int_disclosures__rule_in_force') }} as rule
    on rule.year = compared.year
        and compared.disclosed_per_registry_ratio
        not between 1 / rule.disclosed_per_registry_max and rule.disclosed_per_registry_max
union all by name
select
    'DQ30' as rule_code,
    notes.tax_id as entity_key,
    notes.report_year as period,
    notes.field_code as column_name,
    notes.value_text as raw_value,
    notes.note_share || ' %' as suggested_value,
    'the note beside the figure gives ' || notes.note_share || ' %' as explanation,
    notes.source_release_key
from notes
inner join {{ ref('int_disclosures__rule_in_force') }} as rule
    on rule.year = notes.report_year
        and notes.value_number / notes.note_share
        not between 1 / rule.stated_per_note_max and rule.stated_per_note_max
where notes.note_share > 0
union all by name
select
    'RD07' as rule_code,
    items.tax_id as entity_key,
    items.year as period,
    'energy_items' as column_name,
    cast(cast(items.items_gj as bigint) as varchar) as raw_value,
    'the energy items add to ' || round(items.items_gj / total.value, 3)
    || ' of the total energy of ' || cast(total.value as bigint) || ' GJ' as explanation,
    total.source_release_key
from items
inner join {{ ref('int_disclosures__energy_year') }} as total
    on total.tax_id = items.tax_id
        and total.year = items.year
        and total.measure = 'total_energy_gj'
        and total.value > 0
inner join {{ ref('int_disclosures__rule_in_force') }} as rule
    on rule.year = items.year
        and abs(items.items_gj / total.value - 1) > rule.items_per_energy_tolerance
union all by name
select
    'RD08' as rule_code,
    scope3.tax_id as entity_key,
    scope3.report_year as period,
    'scope3' as column_name,
    cast(cast(scope3.total_tco2e as bigint) as varchar) as raw_value,
    cast(cast(scope3.categories_tco2e as bigint) as varchar) as suggested_value,
    'the categories of scope 3 add to ' || suggested_value || ' t, more than the stated total'
        as explanation,
    scope3.source_release_key
from scope3
inner join {{ ref('int_disclosures__rule_in_force') }} as rule
    on rule.year = scope3.report_year
        and scope3.categories_tco2e > rule.categories_per_scope3_max * scope3.total_tco2e
