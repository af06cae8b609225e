with summed as (
    {{ sum_plants_by('industry_code') }}
),

unmapped as (
    select
        industry_code,
        year,
        sum(total_tco2e) as total_tco2e
    from {{ ref('fct_facility_emissions') }}
    where industry_basis = 'unmapped'
    group by industry_code, year
)

select
    summed.* exclude (flags),
    nullif(concat_ws(
        ' ', summed.flags, case when unmapped.year is not null then 'industry_unmapped' end
    ), '') as flags,
    coalesce(unmapped.total_tco2e, 0) as unmapped_tco2e,
    coalesce(sum(unmapped.total_tco2e) over of_year, 0)
    / nullif(sum(summed.total_tco2e) over of_year, 0) as unmapped_ratio,
    rule.dq36_unmapped_ratio as unmapped_limit_ratio
from summed
left join unmapped
    on unmapped.industry_code = summed.industry_code and unmapped.year = summed.year
left join {{ ref('int_emissions__rule_in_force') }} as rule on rule.year = summed.year
window of_year as (partition by summed.year)
