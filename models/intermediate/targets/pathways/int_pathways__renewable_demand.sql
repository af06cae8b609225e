-- renewable electricity that targets imply, 2024 to 2035, for every company of the list: by the SBTi's renewable option, by the company's own target,
-- and by scope 2 of electricity falling 4.2 % a year with the grid factor of the year. Without an electricity figure nothing is guessed.
{%- set growth = var('electricity_growth_ratio', 0) %}

with start as (
    select
        company.tax_id,
        company.report_year,
        company.industry_code,
        electricity.value as electricity_kwh,
        coalesce(input.renewable_share, 0) / 100 as share_now,
        input.renewable_share is null as share_is_silent,
        input.renewable_target / 100 as own_target,
        cast(input.renewable_target_year as integer) as own_target_year,
        coalesce(list_contains(input.renewable_target_year_flags, 'restricted_scope'), false)
            as is_restricted,
        suspect.tax_id is not null as is_suspect,
        coalesce(electricity.source_release_key, company.source_release_key) as source_release_key
    from {{ ref('int_disclosures__company') }} as company
    inner join {{ ref('int_climate_score__report_fields') }} as input
        on input.tax_id = company.tax_id and input.report_year = company.report_year
    left join {{ ref('int_disclosures__energy_year') }} as electricity
        on electricity.tax_id = company.tax_id
            and electricity.year = company.report_year
            and electricity.measure = 'electricity_kwh'
    left join {{ ref('int_disclosures__find_suspects') }} as suspect
        on suspect.tax_id = company.tax_id
            and suspect.year = company.report_year
            and suspect.measure = 'electricity_kwh'
    qualify row_number() over (partition by company.tax_id order by company.report_year desc) = 1
),

grid as (
    -- utility sales: actual, then projected; the last projection holds
    select
        years.year,
        arg_max(factor.kgco2e_per_kwh, factor.year) as kgco2e_per_kwh,
        max(factor.year) < years.year as is_held,
        arg_max(factor.factor_key, factor.year) as factor_key
    from (select cast(unnest(range(2015, 2036)) as integer) as year) as years
    inner join {{ ref('fac_electricity') }} as factor
        on factor.year <= years.year
            and factor.definition_code = 'utility_sales'
            and factor.status in ('actual', 'projection')
    group by years.year
),

options as (
    select
        start.*,
        grid.year,
        option.option_code,
        grid.kgco2e_per_kwh,
        grid.is_held,
        grid.factor_key,
        start.electricity_kwh * pow(1 + {{ growth }}, grid.year - start.report_year) as kwh_of_year,
        case option.option_code
            when 'sbti_renewable_option'
                then case
                        when grid.year = start.report_year then start.share_now
                        when
                            grid.year <= 2025
                            then {{ rule_value('renewable:sbti_2025_share', 'grid.year') }} / 100
                        when
                            grid.year < 2030
                            then {{ between_points('grid.year', '2025', rule_value('renewable:sbti_2025_share', 'grid.year') ~ ' / 100',
                    '2030', rule_value('renewable:sbti_2030_share', 'grid.year') ~ ' / 100') }}
                        else {{ rule_value('renewable:sbti_2030_share', 'grid.year') }} / 100
                    end
            when 'own_target'
                then case
                        when
                            start.own_target is null
                            or start.is_restricted
                            or start.own_target_year <= start.report_year
                            then start.share_now
                        when grid.year >= start.own_target_year then start.own_target
                        else {{ between_points('grid.year', 'start.report_year', 'start.share_now', 'start.own_target_year', 'start.own_target') }}
                    end
            else 1 - (1 - start.share_now) * base.kgco2e_per_kwh
                * (
                    1
                    - {{ rule_value('renewable:scope2_annual_cut', 'grid.year') }}
                    * (grid.year - start.report_year)
                )
                / (grid.kgco2e_per_kwh * pow(1 + {{ growth }}, grid.year - start.report_year))
        end as wanted_share
    from start
    inner join grid on grid.year between start.report_year and 2035
    inner join grid as base on base.year = start.report_year
    cross join
        (
            select
                unnest(['sbti_renewable_option', 'own_target', 'scope2_contraction']) as option_code
        ) as option
)

select
    tax_id,
    year,
    option_code,
    industry_code,
    {{ without_noise('kwh_of_year', 3) }} as electricity_kwh,
    -- no option asks for less than is used already
    case
        when
            electricity_kwh is not null
            then {{ without_noise('100 * least(1, greatest(wanted_share, share_now))', 6) }}
    end as renewable_share_pct,
    {{ without_noise('kwh_of_year * least(1, greatest(wanted_share, share_now))', 3) }}
        as renewable_kwh,
    {{ without_noise('kwh_of_year * least(1, greatest(wanted_share, share_now))', 3) }}
    / {{ rule_value('renewable:solar_hours', 'year') }} / 1000 as solar_equivalent_mw,
    kgco2e_per_kwh as grid_factor_kgco2e_per_kwh,
    factor_key as grid_factor_key,
    nullif(concat_ws(
        ' ',
        case when electricity_kwh is null then 'no_electricity_figure' end,
        case when electricity_kwh is not null and share_is_silent then 'share_taken_as_zero' end,
        case when option_code = 'own_target' and own_target is null then 'no_own_target' end,
        case when option_code = 'own_target' and is_restricted then 'restricted_scope' end,
        case when option_code = 'scope2_contraction' and is_held then 'grid_factor_held' end,
        case when is_suspect then 'suspect_input' end
    ), '') as flags,
    source_release_key
from options
