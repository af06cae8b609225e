-- activity times factor: one row per activity, gas and choice of edition, in tonnes of the gas
with chosen as (
    select
        given.source_kind_code,
        given.source_release_key,
        given.row_number,
        choice.factor_choice_code,
        factor.gas_code,
        factor.gwp_gas_code,
        given.stated_quantity * given.conversion_ratio as quantity,
        factor.unit_code,
        factor.emission_factor_key,
        leak.factor_key as leak_factor_key,
        factor.kg_per_unit * coalesce(leak.leak_pct / 100, 1) as factor_value,
        factor.is_biogenic,
        factor.vintage as factor_vintage,
        factor.source || coalesce('; ' || leak.source, '') as factor_source,
        factor.confidence as factor_confidence,
        case when leak.equipment_code is null then method.factor_class_count else 3 end
            as factor_class_count,
        choice.is_substituted,
        array_to_string(list_filter([
            case when choice.is_named_by_row then 'factor_named_by_row' end,
            case when choice.is_of_earlier_year then 'factor_of_earlier_year' end,
            case when choice.is_of_later_year then 'factor_of_later_year' end,
            case when choice.is_substituted then 'factor_of_other_edition' end,
            case when leak.equipment_code is not null then 'leak_rate_of_charge' end
        ], flag -> flag is not null), ' ') as factor_flags
    from {{ ref('int_inventory__accept_activity') }} as given
    inner join {{ ref('int_inventory__choose_factor') }} as choice
        on choice.source_kind_code = given.source_kind_code
            and choice.source_release_key = given.source_release_key
            and choice.row_number = given.row_number
    inner join {{ ref('int_inventory__factor') }} as factor
        on factor.item_code = given.activity_item_code
            and factor.factor_set_key = choice.factor_set_key
    inner join {{ ref('ref_inventory_method') }} as method on method.method_code = given.method_code
    left join
        {{ ref('fac_refrigerant_leak') }} as leak
        on leak.equipment_code = given.equipment_code
),

-- a factor of its own is per stated unit: led to the item's unit where the item has one
own as (
    select
        given.source_kind_code,
        given.source_release_key,
        given.row_number,
        choice.factor_choice_code,
        'co2e' as gas_code,
        'co2e' as gwp_gas_code,
        given.stated_quantity
        * coalesce(case when not given.takes_any_unit then given.conversion_ratio end, 1)
            as quantity,
        case when given.takes_any_unit then given.stated_unit_code else given.item_unit_code end
            as unit_code,
        'own' as emission_factor_key,
        cast(null as varchar) as leak_factor_key,
        given.own_factor
        / coalesce(case when not given.takes_any_unit then given.conversion_ratio end, 1)
            as factor_value,
        false as is_biogenic,
        'own' as factor_vintage,
        given.own_factor_source as factor_source,
        'stated_by_user' as factor_confidence,
        -- 自廠發展係數 and mass balance are class 1, a supplier's factor is class 2
        case
            when
                regexp_matches(
                    lower(given.own_factor_source), '自廠|質量平衡|質能平衡|量測|實測|measured|mass balance'
                )
                then 1
            else 2
        end
            as factor_class_count,
        false as is_substituted,
        'own_factor' as factor_flags
    from {{ ref('int_inventory__accept_activity') }} as given
    cross join
        (select unnest(['by_year', 'moenv_6.0.4', 'moenv_2024-02-05']) as factor_choice_code)
            as choice
    where given.own_factor is not null
),

united as (
    select * from chosen
    union all
    select * from own
)

select
    source_kind_code,
    source_release_key,
    row_number,
    factor_choice_code,
    gas_code,
    gwp_gas_code,
    {{ without_noise('quantity', 6) }} as quantity,
    unit_code,
    emission_factor_key,
    leak_factor_key,
    {{ without_noise('factor_value', 12) }} as factor_value,
    is_biogenic,
    factor_vintage,
    factor_source,
    factor_confidence,
    factor_class_count,
    is_substituted,
    factor_flags,
    {{ without_noise('quantity * factor_value / 1000', 9) }} as gas_t
from united
