{%- set path_ends = [
    'years.year', 'path.base_year', 'path.base_value', 'path.end_year', 'path.end_value',
] %}
{%- set sector_value = two_step_path(
    'years.year', 'path.base_year', 'path.sector_base', 'path.mid_year', 'path.mid_value',
    'path.end_year', 'path.sector_2050'
) %}
with years as (
    select cast(unnest(range(bounds.first_year, bounds.last_year + 1)) as integer) as year
    from (
        select
            min(base_year) as first_year,
            max(end_year) as last_year
        from {{ ref('stg_pathways__example') }}
    ) as bounds
),

drawn as (
    select
        path.*,
        years.year,
        round(case path.method_code
            when 'linear_contraction'
                then {{ linear_contraction(
                    'years.year', 'path.base_year', 'path.base_value', 'path.annual_rate'
                ) }}
            when 'linear' then {{ between_points(*path_ends) }}
            when 'two_step'
                then {{ two_step_path(
                    'years.year', 'path.base_year', 'path.base_value', 'path.mid_year',
                    'path.mid_value', 'path.end_year', 'path.end_value'
                ) }}
            when 'constant_rate' then {{ constant_rate_path(*path_ends) }}
            when 'sectoral_convergence'
                then {{ sectoral_convergence(
                    'years.year', 'path.base_year', 'path.base_value', 'path.sector_base',
                    sector_value, 'path.sector_2050', 'path.market_share'
                ) }}
        end, 9) as value
    from {{ ref('stg_pathways__example') }} as path
    inner join years on years.year between path.base_year and path.end_year
),

summed as (
    select
        *,
        sum(case when year > base_year then value end) over (
            partition by path_code
            order by year
        ) as cumulative_value
    from drawn
)

select
    own.path_code,
    own.year,
    own.method_code,
    own.unit_code,
    own.value,
    {{ without_noise('own.cumulative_value', 6) }} as cumulative_value,
    own.reference_path_code,
    {{ without_noise('own.cumulative_value / nullif(reference.cumulative_value, 0) - 1', 9) }}
        as overshoot_ratio,
    own.source,
    own.source_release_key,
    own.row_number
from summed as own
left join summed as reference
    on reference.path_code = own.reference_path_code and reference.year = own.year
