with missing as (
    select
        tax_id,
        report_year,
        string_agg(replace(energy_type_code, '_', ' '), ', ' order by energy_type_code)
            as missing_kinds
    from {{ ref('int_climate_score__list_energy_kind') }}
    where not is_stated
    group by tax_id, report_year
),

energy as (
    select
        input.tax_id,
        input.report_year,
        input.renewable_share,
        input.renewable_source_state,
        input.energy_by_type_disclosed,
        coalesce(input.renewable_share = 0, false) as uses_none,
        input.energy_by_type_disclosed_state = 'no' as says_no,
        coalesce(items.item_count, 0) as item_count,
        coalesce(items.mixed_count, 0) as mixed_count,
        coalesce(items.unusable_count, 0) as unusable_count,
        coalesce(items.converted_count, 0) as converted_count,
        coalesce(items.electricity_count, 0) as electricity_count,
        coalesce(items.renewable_count, 0) as renewable_count,
        input.energy_by_type_disclosed_state = 'silent' and items.item_count is null
            as is_silent,
        missing.missing_kinds
    from {{ ref('int_climate_score__report_fields') }} as input
    left join {{ ref('int_climate_score__count_energy_item') }} as items
        on items.tax_id = input.tax_id and items.year = input.report_year
    left join missing
        on missing.tax_id = input.tax_id and missing.report_year = input.report_year
),

judged as (
    select
        *,
        -- the wide reading: what the items hold is by type
        case
            when uses_none then 'not_applicable'
            when says_no then 'not_met'
            when is_silent then 'not_disclosed'
            when mixed_count > 0 then 'not_met'
            when item_count = 0 or unusable_count > 0 then 'insufficient_data'
            when electricity_count = 0 then 'not_met'
            when renewable_share is null and renewable_source_state = 'silent'
                then 'not_disclosed'
            when renewable_share is null or renewable_source_state <> 'value'
                then 'not_met'
            else 'met'
        end as wide_status
    from energy
)

select
    tax_id,
    report_year,
    9 as indicator_no,
    case
        when wide_status <> 'met' then wide_status
        -- it is used, and its quantity is not stated
        when renewable_count = 0 then 'not_met'
        when missing_kinds is not null then 'insufficient_data'
        else 'met'
    end as status,
    wide_status,
    renewable_share as value,
    cast(null as double) as threshold_value,
    case
        when uses_none then 'no renewable electricity used'
        when says_no then 'no energy by type'
        when is_silent then 'silent'
        when mixed_count > 0 then mixed_count || ' of ' || item_count || ' items mix types'
        when item_count = 0 then 'no energy item with a quantity'
        when unusable_count > 0 then unusable_count || ' energy items cannot be converted to GJ'
        when electricity_count = 0 then 'no item of grid electricity'
        when renewable_share is null then 'share of renewable electricity missing'
        when renewable_source_state <> 'value' then 'form of renewable electricity missing'
        when renewable_count = 0 then 'no item of renewable electricity'
        when missing_kinds is not null
            then 'neither a quantity nor that it is not used: ' || missing_kinds
        else item_count || ' items by type, ' || converted_count || ' converted to GJ'
    end as basis,
    list_filter([
        case when converted_count > 0 then 'converted' end,
        case
            when renewable_share > 0 and renewable_count = 0 and item_count > 0
                then 'renewable_from_share'
        end,
        case when renewable_share > 100 then 'share_above_100' end,
        case
            when energy_by_type_disclosed and item_count = 0 and unusable_count = 0 then 'conflict'
            when says_no and item_count > 0 then 'conflict'
        end
    ], flag -> flag is not null) as flags,
    cast(null as varchar) as further_release_key
from judged
