-- what is known of a plant and year: the measures it states and, where one is not stated, what its
-- inventory adds up to; emissions come from the inventory alone
{%- set fuels = {
    'coal_t': [
        'domestic_coal', 'coking_coal', 'steam_coal', 'anthracite', 'subbituminous_power',
        'subbituminous_other', 'lignite'
    ],
    'fuel_oil_kl': ['fuel_oil'], 'natural_gas_m3': ['natural_gas'],
} %}
with burnt as (
    select
        activity.source_kind_code,
        activity.organisation_id,
        activity.facility_id,
        activity.year,
        {%- for measure, items in fuels.items() %}
        {{ without_noise("sum(
                activity.stated_quantity * activity.conversion_ratio * unit.to_base_factor
            )
            filter (where activity.activity_item_code in ('" ~ items | join("', '") ~ "'))") }}
                as {{ measure }},
        {%- endfor %}
        string_agg(distinct activity.source_release_key, ' ') as source_release_key
    from {{ ref('int_inventory__accept_activity') }} as activity
    inner join {{ ref('ref_unit') }} as unit on unit.unit_code = activity.item_unit_code
    where activity.scope_code = 'scope1'
    group by
        activity.source_kind_code, activity.organisation_id, activity.facility_id, activity.year
),

inventory as (
    select
        plant.source_kind_code,
        plant.organisation_id,
        plant.facility_id,
        plant.year,
        plant.emissions_tco2e as ghg_tco2e,
        burnt.coal_t,
        burnt.fuel_oil_kl,
        burnt.natural_gas_m3,
        plant.source_release_key
    from {{ ref('int_inventory_use__sum_plant') }} as plant
    left join burnt
        on burnt.source_kind_code = plant.source_kind_code
            and burnt.organisation_id = plant.organisation_id
            and burnt.facility_id = plant.facility_id and burnt.year = plant.year
),

stated as (
    select * from {{ ref('int_duties__read_user') }}
),

united as (
    select
        coalesce(stated.source_kind_code, inventory.source_kind_code) as source_kind_code,
        coalesce(stated.organisation_id, inventory.organisation_id) as organisation_id,
        coalesce(stated.facility_id, inventory.facility_id) as facility_id,
        coalesce(stated.year, inventory.year) as year,
        {%- for measure in fuels %}
            coalesce(stated.{{ measure }}, inventory.{{ measure }}) as {{ measure }},
        {%- endfor %}
        stated.contract_capacity_kw,
        stated.steam_t_per_h,
        stated.chiller_hp,
        stated.generating_capacity_kw,
        stated.supplied_t,
        case when stated.user_kind is not null then 1 end as kind_count,
        inventory.ghg_tco2e,
        stated.is_productive,
        stated.user_kind,
        -- measures that the inventory gave
        nullif(concat_ws(
            ' '
            {%- for measure in fuels -%}
                , case
                    when
                        stated.{{ measure }} is null and inventory.{{ measure }} is not null
                        then '{{ measure }}'
                end
            {%- endfor -%}
            , case when inventory.ghg_tco2e is not null then 'ghg_tco2e' end
        ), '') as from_inventory,
        {{ distinct_words(
            "concat_ws(' ', stated.source_release_key, inventory.source_release_key)"
        ) }}
            as source_release_key,
        stated.row_number
    from stated
    full join inventory
        on inventory.source_kind_code = stated.source_kind_code
            and inventory.organisation_id = stated.organisation_id
            and inventory.facility_id = stated.facility_id and inventory.year = stated.year
)

select
    *,
    -- the coal of the year before, where the plant states or inventories that year
    case when lag(year) over by_year = year - 1 then lag(coal_t) over by_year end as coal_before_t
from united
window by_year as (
    partition by source_kind_code, organisation_id, facility_id order by year
)
