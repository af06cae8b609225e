-- indicators 8 (emissions disclosed) and 10 (revenue of low-carbon products)
with shares as (
    select
        input.*,
        {{ without_noise("case input.low_carbon_revenue_unit_code when 'pct' then input.low_carbon_revenue
            when 'twd' then 100 * input.low_carbon_revenue / nullif(revenue.value, 0) end") }}
            as revenue_share_pct
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
        when
            three_years_of_emissions
            and scope1 is not null
            and scope2 is not null
            and scope3_category_count + iso_category_count > 0
            then 'met'
        when
            three_years_of_emissions_state = 'silent'
            and scope1_state = 'silent'
            and scope2_state = 'silent'
            then 'not_disclosed'
        else 'not_met'
    end as status,
    cast(scope3_category_count + iso_category_count as double) as value,
    cast(1 as double) as threshold_value,
    case
        when
            not coalesce(three_years_of_emissions, false)
            then 'less than three years of scope 1 and 2'
        when
            scope1 is null or scope2 is null
            then 'no number for scope ' || case when scope1 is null then '1' else '2' end
        when scope3_category_count > 0 then 'scope 3 by category of the GHG Protocol'
        when iso_category_count > 0 then 'scope 3 by category of ISO 14064-1'
        when scope3 is not null then 'scope 3 as a total only'
        else 'no number for scope 3'
    end as basis,
    nullif(concat_ws(
        ' ',
        case
            when
                scope3 is not null and scope3_category_count + iso_category_count = 0
                then 'partial'
        end,
        case
            when three_years_of_emissions and (scope1 is null or scope2 is null) then 'conflict'
        end
    ), '') as flags,
    cast(null as varchar) as further_release_key
from shares
union all
select
    tax_id,
    report_year,
    10,
    case
        when revenue_share_pct between 0 and 100 then 'met'
        when revenue_share_pct is not null then 'insufficient_data'
        when low_carbon_revenue_unit_code = 'twd' then 'insufficient_data'
        when low_carbon_products_state = 'no' then 'not_met'
        when low_carbon_products then 'not_met'
        else 'not_disclosed'
    end,
    case when revenue_share_pct between 0 and 100 then revenue_share_pct end,
    null,
    case
        when revenue_share_pct between 0 and 100
            then case low_carbon_revenue_unit_code
                    when 'twd' then 'amount over revenue' else 'share as stated'
                end
        when
            revenue_share_pct is not null
            then 'a share of ' || revenue_share_pct || ' % is no share'
        when
            low_carbon_revenue_unit_code = 'twd'
            then 'an amount, and the revenue of the year is not known'
        when low_carbon_products_state = 'no' then 'no such products'
        when low_carbon_products then 'products without a share of revenue'
        else 'silent'
    end,
    nullif(concat_ws(
        ' ',
        case
            when revenue_share_pct is not null and low_carbon_note is null then 'definition_missing'
        end,
        case when low_carbon_products_state = 'no' and revenue_share_pct > 0 then 'conflict' end
    ), ''),
    null
from shares
