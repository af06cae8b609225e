with statuses as (
    select
        tax_id,
        report_year,
        {%- for no in range(1, 11) %}
            max(status) filter (where indicator_no = {{ no }}) as indicator_{{ no }}_status,
        {%- endfor %}
        cast(count(*) filter (where status = 'met') as integer) as met_count,
        cast(count(*) filter (where status not in ('not_applicable', 'not_assessed')) as integer)
            as applicable_count,
        cast(count(*) filter (where flags is not null) as integer) as flagged_count
    from {{ ref('ind_company_climate') }}
    group by tax_id, report_year
    qualify row_number() over (partition by tax_id order by report_year desc) = 1
),

scores as (
    select
        {%- for no in range(1, 7) %}
            max(score) filter (where axis_no = {{ no }}) as radar_{{ no }},
        {%- endfor %}
        tax_id
    from {{ ref('company_radar') }}
    group by tax_id
),

emissions as (
    select
        tax_id,
        year,
        total_tco2e,
        source_release_key
    from {{ ref('fct_company_emissions') }}
    where is_complete_period
    qualify year = max(year) over ()
),

gaps as (
    select
        pathway.tax_id,
        pathway.gap_target_tco2e,
        pathway.gap_trend_tco2e
    from {{ ref('company_pathway') }} as pathway
    inner join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.is_newest and pathway.year = rule.target_year
)

select
    statuses.*,
    {%- for no in range(1, 7) %}
        scores.radar_{{ no }},
    {%- endfor %}
    emissions.year as emission_year,
    emissions.total_tco2e,
    cast(
        case
            when emissions.tax_id is not null
                then rank() over (order by emissions.total_tco2e desc nulls last)
        end as integer
    ) as rank,
    gaps.gap_target_tco2e as gap_2030_target_tco2e,
    gaps.gap_trend_tco2e as gap_2030_trend_tco2e
from statuses
inner join scores on scores.tax_id = statuses.tax_id
left join emissions on emissions.tax_id = statuses.tax_id
left join gaps on gaps.tax_id = statuses.tax_id
