-- the free text of energy items, cut into name, quantity and unit; an item without a readable quantity or unit is refused with a reason
with pieces as (
    select
        tax_id,
        report_year,
        page,
        source_release_key,
        row_number,
        source_kind_code,
        unnest(regexp_split_to_array(value_text, '[;；]|  +')) as item_text,
        generate_subscripts(regexp_split_to_array(value_text, '[;；]|  +'), 1) as piece_no
    from {{ ref('int_disclosures__field') }}
    where field_code = 'energy_items' and value_state = 'value'
),

named as (
    select
        tax_id,
        report_year as year,
        page,
        source_release_key,
        row_number,
        source_kind_code,
        trim(item_text) as item_text,
        cast(row_number() over (partition by tax_id, report_year order by piece_no) as integer)
            as item_no,
        coalesce(nullif(trim(regexp_extract(item_text, '^(.*?)[:：]', 1)), ''), trim(item_text))
            as item_zh,
        trim(regexp_extract(item_text, '[:：]\s*(.*)$', 1)) as amount_text
    from pieces
    where trim(item_text) <> ''
),

amounts as (
    select
        *,
        try_cast(
            replace(
                regexp_extract(amount_text, '^([0-9][0-9,]*([.][0-9]+)?)', 1), ',', ''
            ) as double
        ) as stated_quantity,
        nullif(lower(trim(regexp_replace(amount_text, '^[0-9][0-9,]*([.][0-9]+)?', ''))), '')
            as unit_text
    from named
),

read as (
    select
        amounts.*,
        item.energy_type_code,
        nullif(item.fuel_code, '') as fuel_code,
        unit.unit_code,
        unit.multiplier,
        -- a liquid or steam in kWh: the report states all its items as energy; else 度 of gas is a cubic metre
        bool_or(
            item.energy_type_code in ('oil', 'steam')
            and unit.unit_code in ('kwh', 'mwh', '1m_kwh', '100m_kwh')
        )
            over (partition by amounts.tax_id, amounts.year) as is_all_in_kwh
    from amounts
    -- "億度 (約)", "千度(MWh)": what stands in brackets behind a unit is a remark
    left join
        {{ ref('ref_unit_text') }} as unit
        on unit.unit_text = trim(regexp_replace(amounts.unit_text, '[(（].*$', ''))
    left join
        {{ ref('ref_energy_item') }} as item
        on regexp_matches(amounts.item_zh, item.item_pattern)
    qualify row_number()
            over (partition by amounts.tax_id, amounts.year, amounts.item_no order by item.priority)
        = 1
)

select
    read.tax_id,
    read.year,
    cast(read.item_no as varchar) as item_no,
    read.item_zh,
    read.item_text,
    coalesce(read.energy_type_code, 'other') as energy_type_code,
    read.fuel_code,
    -- in kWh where all is energy, else 度 of gas is a cubic metre
    {{ without_noise("read.stated_quantity * read.multiplier * unit.to_base_factor") }} as quantity,
    case
        when
            read.energy_type_code = 'gas'
            and read.unit_text in ('度', '千度', '仟度', '萬度')
            and not read.is_all_in_kwh
            then 'm3'
        else unit.base_unit_code
    end as unit_code,
    case
        when
            read.stated_quantity is null
            then 'no quantity in "' || read.item_text || '"; expected name: number unit'
        when
            read.unit_text is null
            then 'no unit in "' || read.item_text || '"; expected name: number unit'
        when
            read.unit_code is null
            then 'unit "'
                || read.unit_text
                || '" in "'
                || read.item_text
                || '" is in no list of units (ref_unit_text)'
        when
            unit.base_unit_code = 'ratio'
            then 'a share of an unstated total, no quantity: "' || read.item_text || '"'
    end as refusal,
    -- DQ16: what should be a number is none; DQ29: the unit is not recorded
    case
        when read.stated_quantity is null then 'DQ16' when
            read.unit_code is null or unit.base_unit_code = 'ratio'
            then 'DQ29'
    end as rule_code,
    read.page,
    read.source_kind_code,
    read.source_release_key,
    read.row_number
from read
left join {{ ref('ref_unit') }} as unit on unit.unit_code = read.unit_code
