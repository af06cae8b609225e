with years as (
    select cast(unnest(range(bounds.first_year, bounds.last_year + 1)) as integer) as year
    from (
        select
            min(factor.year) as first_year,
            cast(max(rule.last_year) as integer) as last_year
        from {{ ref('fac_electricity') }} as factor
        cross join {{ ref('int_pathways__rule_in_force') }} as rule
        where factor.definition_code = 'utility_sales' and rule.is_newest
    ) as bounds
)

select
    years.year,
    arg_max(factor.kgco2e_per_kwh, factor.year) as kgco2e_per_kwh,
    max(factor.year) < years.year as is_held,
    arg_max(factor.factor_key, factor.year) as factor_key
from years
inner join {{ ref('fac_electricity') }} as factor
    on factor.year <= years.year
        and factor.definition_code = 'utility_sales'
        and factor.status in ('actual', 'projection')
group by years.year
