-- an item without a readable quantity or unit is refused with a reason
{%- set number = '^[0-9][0-9,]*([.][0-9]+)?' %}
{%- set separator = '[;；]|  +' %}
with pieces as (
    select
        tax_id,
        report_year as year,
        page,
        source_release_key,
        row_number,
        source_kind_code,
        unnest(regexp_split_to_array(value_text, '{{ separator }}')) as piece_text,
        generate_subscripts(regexp_split_to_array(value_text, '{{ separator }}'), 1) as piece_no
    from {{ ref('int_disclosures__field') }}
    where field_code = 'energy_items' and value_state = 'value'
),

named as (
    select
        * exclude (piece_text, piece_no),
        trim(piece_text) as item_text,
        cast(row_number() over (partition by tax_id, year order by piece_no) as integer) as item_no,
        coalesce(nullif(trim(regexp_extract(item_text, '^(.*?)[:：]', 1)), ''), item_text)
            as item_zh,
        trim(regexp_extract(item_text, '[:：]\s*(.*)$', 1)) as amount_text
    from pieces
    where trim(piece_text) <> ''
),

amounts as (
    select
        *,
        try_cast(replace(regexp_extract(amount_text, '{{ number }}'), ',', '') as double)
            as stated_quantity,
        nullif(lower(trim(regexp_replace(amount_text, '{{ number }}', ''))), '') as unit_text
    from named
),

read as (
    select
        amounts.*,
        coalesce(item.energy_type_code, 'other') as energy_type_code,
        item.fuel_code,
        unit_name.unit_code as stated_unit_code,
        unit_name.multiplier * unit.to_base_factor as to_base_factor,
        unit.base_unit_code,
        regexp_matches(amounts.unit_text, volume.pattern) as may_be_volume,
        -- a liquid or steam in kWh: the report states all its items as energy
        bool_or(item.energy_type_code in ('oil', 'steam') and unit.base_unit_code = 'kwh')
            over (partition by amounts.tax_id, amounts.year) as is_all_in_kwh
    from amounts
    left join {{ ref('rule_report_wording') }} as volume
        on volume.wording_code = 'gas_in_volume_units'
    -- "億度 (約)", "千度(MWh)": what stands in brackets behind a unit is a remark
    left join {{ ref('ref_unit_text') }} as unit_name
        on unit_name.unit_text = trim(regexp_replace(amounts.unit_text, '[(（].*$', ''))
    left join {{ ref('ref_unit') }} as unit on unit.unit_code = unit_name.unit_code
    left join {{ ref('ref_energy_item') }} as item
        on regexp_matches(amounts.item_zh, item.item_pattern)
    qualify row_number() over (
            partition by amounts.tax_id, amounts.year, amounts.item_no order by item.priority
        ) = 1
)

select
    tax_id,
    year,
    cast(item_no as varchar) as item_no,
    item_zh,
    item_text,
    energy_type_code,
    fuel_code,
    {{ without_noise('stated_quantity * to_base_factor') }} as quantity,
    -- 度 of gas is a cubic metre
    case
        when energy_type_code = 'gas' and may_be_volume and not is_all_in_kwh then 'm3'
        else base_unit_code
    end as unit_code,
    case
        when stated_quantity is null
            then 'no quantity in "' || item_text || '"; expected name: number unit'
        when unit_text is null
            then 'no unit in "' || item_text || '"; expected name: number unit'
        when stated_unit_code is null
            then 'unit "' || unit_text || '" in "' || item_text
                || '" is in no list of units (ref_unit_text)'
        when base_unit_code = 'ratio'
            then 'a share of an unstated total, no quantity: "' || item_text || '"'
    end as refusal,
    -- DQ16: what should be a number is none; DQ29: the unit is not recorded
    case
        when stated_quantity is null then 'DQ16'
        when refusal is not null then 'DQ29'
    end as rule_code,
    page,
    source_kind_code,
    source_release_key,
    row_number
from read
