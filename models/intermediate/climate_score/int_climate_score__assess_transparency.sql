-- 8: emissions of three years and scope 3 by category; 10: revenue of low-carbon products
with emissions as (
    select
        input.*,
        input.scope3_category_count + input.iso_category_count as category_count,
        coalesce(input.three_years_of_emissions, false) as has_three_years,
        input.scope1 is not null and input.scope2 is not null as has_both_scopes,
        rule.least_categories
    from {{ ref('int_climate_score__report_fields') }} as input
    left join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.year = input.report_year
),

shares as (
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
        coalesce(revenue_share_pct between 0 and 100, false) as is_share
    from {{ ref('int_climate_score__report_fields') }} as input
    left join {{ ref('int_disclosures__energy_year') }} as revenue
        on revenue.tax_id = input.tax_id
            and revenue.year = input.report_year
            and revenue.measure = 'revenue_twd'
)

select
    tax_id,
    report_year,
    8 as indicator_no,
    case
        when has_three_years and has_both_scopes and category_count >= least_categories then 'met'
        when three_years_of_emissions_state = 'silent'
            and scope1_state = 'silent'
            and scope2_state = 'silent'
            then 'not_disclosed'
        else 'not_met'
    end as status,
    cast(category_count as double) as value,
    least_categories as threshold_value,
    case
        when not has_three_years then 'less than three years of scope 1 and 2'
        when scope1 is null then 'no number for scope 1'
        when scope2 is null then 'no number for scope 2'
        when scope3_category_count > 0 then 'scope 3 by category of the GHG Protocol'
        when iso_category_count > 0 then 'scope 3 by category of ISO 14064-1'
        when scope3 is not null then 'scope 3 as a total only'
        else 'no number for scope 3'
    end as basis,
    list_filter([
        case when scope3 is not null and category_count = 0 then 'partial' end,
        case when has_three_years and not has_both_scopes then 'conflict' end
    ], flag -> flag is not null) as flags,
    cast(null as varchar) as further_release_key
from emissions
union all by name
select
    tax_id,
    report_year,
    10 as indicator_no,
    case
        when is_share then 'met'
        when revenue_share_pct is not null or revenue_unit_code = 'twd' then 'insufficient_data'
        when says_no or low_carbon_products then 'not_met'
        else 'not_disclosed'
    end as status,
    case when is_share then revenue_share_pct end as value,
    case
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
