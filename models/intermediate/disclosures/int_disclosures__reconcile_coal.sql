-- coal in tonnes as the report's reader wrote it, beside its energy items and the fuel declaration
with items as (
    select
        item.tax_id,
        item.year,
        -- items in tonnes as they are, items in heat through the heating value of steam coal
        sum(
            case
                when item.unit_code = 't' then item.quantity
                else item.energy_gj / heat.gj_per_t
            end
        ) as items_t,
        sum(item.energy_gj) as items_gj
    from {{ ref('int_disclosures__convert_item') }} as item
    cross join (
        select arg_max(gj_per_unit, valid_from_year) as gj_per_t
        from {{ ref('int_factors__heating_value') }}
        where fuel_code = 'steam_coal' and unit_code = 't' and heat_basis = 'net'
    ) as heat
    where item.energy_type_code = 'coal'
    group by item.tax_id, item.year
)

select
    field.tax_id,
    field.report_year as year,
    field.value_text,
    field.value_number as coal_t,
    items.items_t,
    items.items_gj,
    declared.published_t as declared_t,
    -- items that hold more heat than the company's total energy explain nothing
    case
        when items.items_gj > rule.coal_items_per_energy_max * total.value then null
        else items.items_t
    end as usable_items_t,
    coalesce(usable_items_t, nullif(declared.published_t, 0)) as expected_t,
    case
        when usable_items_t is not null then 'its own energy items' else 'the fuel declaration'
    end as expected_from,
    field.value_number / nullif(expected_t, 0) as ratio,
    -- 177,098,607 stands in the items as GJ, 9,895 as TJ: the figure is heat
    field.value_number / nullif(items.items_gj, 0) as per_items_gj,
    coalesce(abs(per_items_gj - 1) <= rule.coal_heat_gj_tolerance, false)
    or coalesce(abs(per_items_gj * 1000 - 1) <= rule.coal_heat_tj_tolerance, false) as is_heat,
    ratio not between 1 / rule.coal_per_expected_max and rule.coal_per_expected_max as is_off,
    field.source_release_key,
    field.row_number
from {{ ref('int_disclosures__field') }} as field
left join {{ ref('int_disclosures__rule_in_force') }} as rule on rule.year = field.report_year
left join items on items.tax_id = field.tax_id and items.year = field.report_year
left join {{ ref('int_disclosures__energy_year') }} as total
    on total.tax_id = field.tax_id
        and total.year = field.report_year
        and total.measure = 'total_energy_gj'
left join {{ ref('int_emissions__grade_coal') }} as declared
    on declared.tax_id = field.tax_id
        and declared.year = field.report_year
        and declared.filing_state = 'filed'
where field.field_code = 'coal_use' and field.value_number > 0 and field.unit_code = 't'
