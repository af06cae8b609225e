-- activity data typed, with every name led to its code; what leads nowhere stays null and is judged in the check
{%- set density = "(select fuel_code, arg_max(kl_per_t, vintage) as kl_per_t from " ~ ref('fac_density') ~ " group by fuel_code)" %}

with written as (
    select
        *,
        regexp_extract({{ text_key('year') }}, '^(民國)?([0-9]{1,4})年?$', 1) as era_text,
        try_cast(regexp_extract({{ text_key('year') }}, '^(民國|西元)?([0-9]{1,4})年?$', 2) as integer) as year_number,
        {{ number_from_text('quantity') }} as stated_quantity,
        {{ number_from_text('own_factor_kgco2e') }} as own_factor
    from {{ ref('stg_own_plant__activity_data') }}
),

named as (
    select
        written.*, scope.code as scope_code, category.code as category_code, item_name.code as activity_item_code,
        equipment.code as equipment_code, evidence.code as evidence_code, assurance.code as assurance_code
    from written
    left join {{ ref('int_inventory__name') }} as scope on scope.list_code = 'scope' and scope.name_key = {{ text_key('written.scope') }}
    left join {{ ref('int_inventory__name') }} as category
        on category.list_code = 'category:' || scope.code and category.name_key = {{ text_key('written.category') }}
    left join {{ ref('int_inventory__name') }} as item_name
        on item_name.list_code = 'item' and item_name.name_key = {{ text_key('written.activity_item') }}
    left join {{ ref('int_inventory__name') }} as equipment
        on equipment.list_code = 'equipment' and equipment.name_key = {{ text_key('written.equipment') }}
    left join {{ ref('int_inventory__name') }} as evidence
        on evidence.list_code = 'evidence' and evidence.name_key = {{ text_key('written.evidence') }}
    left join {{ ref('int_inventory__name') }} as assurance
        on assurance.list_code = 'assurance' and assurance.name_key = {{ text_key('written.assurance') }}
)

select
    named.*,
    -- 民國113年, or a bare 90 to 199, is a year of the ROC calendar
    case when named.era_text = '民國' or named.year_number between 90 and 199 then named.year_number end as roc_year,
    case when named.era_text <> '民國' and named.year_number >= 1000 then named.year_number end as ad_year,
    item.method_code, item.unit_code as item_unit_code, item_unit.base_unit_code as item_base_unit_code, item.is_refrigerant,
    item.warning_code, unit.unit_code as stated_unit_code, unit.multiplier as stated_unit_multiplier, density.kl_per_t,
    -- from the stated unit to that of the factors; null where there is no way
    {{ without_noise("case
        when unit.base_unit_code = item_unit.base_unit_code then unit.to_base_factor / item_unit.to_base_factor
        -- 度 on a gas meter is a cubic metre
        when item_unit.base_unit_code = 'm3' and unit.base_unit_code = 'kwh' and named.unit like '%度'
            then unit.to_base_factor / item_unit.to_base_factor
        -- a certificate is issued for 1,000 kWh
        when item.method_code = 'certificate' and " ~ text_key('named.unit') ~ " in ('張', 'certificate', 'certificates')
            then 1000 / item_unit.to_base_factor
        when item_unit.base_unit_code = 'kl' and unit.base_unit_code = 't' then unit.to_base_factor * density.kl_per_t / item_unit.to_base_factor
        when item_unit.base_unit_code = 't' and unit.base_unit_code = 'kl' then unit.to_base_factor / density.kl_per_t / item_unit.to_base_factor
    end", 12) }} as conversion_ratio
from named
left join {{ ref('ref_activity_item') }} as item on item.item_code = named.activity_item_code
left join {{ ref('ref_unit') }} as item_unit on item_unit.unit_code = item.unit_code
left join {{ ref('int_inventory__unit_name') }} as unit on unit.unit_key = {{ text_key('named.unit') }}
left join {{ density }} as density on density.fuel_code = item.fuel_code
