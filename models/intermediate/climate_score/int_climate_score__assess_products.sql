-- 10: revenue of low-carbon products
with shares as (
    select
        input.*,
        input.low_carbon_revenue_unit_code as revenue_unit_code,
        input.low_carbon_products_state = 'no' as says_no,
        case input.low_carbon_revenue_unit_code
            when 'pct' then {{ without_noise('input.low_carbon_revenue') }}
            when 'twd'
                then {{ without_noise(
                    '100 * input.low_carbon_revenue / nullif(revenue.value, 0)'
                ) }}
        end as revenue_share_pct,
        coalesce(revenue_share_pct between 0 and 100, false) as is_share,
        coalesce(wording.definition_code, 'missing') as definition_code,
        -- the wide reading: any share
        case
            when is_share then 'met'
            when revenue_share_pct is not null or revenue_unit_code = 'twd'
                then 'insufficient_data'
            when says_no or input.low_carbon_products then 'not_met'
            else 'not_disclosed'
        end as wide_status
    from {{ ref('int_climate_score__report_fields') }} as input
    left join {{ ref('int_disclosures__energy_as_reported') }} as revenue
        on revenue.tax_id = input.tax_id
            and revenue.report_year = input.report_year
            and revenue.year = input.report_year
            and revenue.measure = 'revenue_twd'
    left join {{ ref('rule_low_carbon_wording') }} as wording
        on regexp_matches(input.low_carbon_note, wording.pattern)
    qualify row_number() over (
            partition by input.tax_id, input.report_year order by wording.priority
        ) = 1
)

select
    tax_id,
    report_year,
    10 as indicator_no,
    case
        when wide_status = 'met' and definition_code <> 'defined' then 'not_met'
        else wide_status
    end as status,
    wide_status,
    case when is_share then revenue_share_pct end as value,
    case
        when is_share and definition_code = 'denied'
            then 'the note denies that a share of revenue is disclosed'
        when is_share and definition_code = 'not_of_revenue'
            then 'a share of volume, not of revenue'
        when is_share and definition_code = 'contested'
            then 'products that need not be low-carbon'
        when is_share and definition_code = 'missing' then 'a share without a definition'
        when is_share and revenue_unit_code = 'twd' then 'amount over revenue'
        when is_share then 'share as stated'
        when revenue_share_pct is not null
            then 'a share of ' || revenue_share_pct || ' % is no share'
        when revenue_unit_code = 'twd'
            then 'an amount, and the revenue of the year is not known'
        when says_no then 'no such products'
        when low_carbon_products then 'products without a share of revenue'
        else 'silent'
    end as basis,
    list_filter([
        case
            when revenue_share_pct is not null and low_carbon_note is null then 'definition_missing'
        end,
        case when says_no and revenue_share_pct > 0 then 'conflict' end
    ], flag -> flag is not null) as flags
from shares
