{%- set indicators = range(1, 11) %}
{%- set axes = range(1, 7) %}
{%- set was = "previous.indicator_{0}_status" %}
{%- set is = "card.indicator_{0}_status" %}

with statuses as (
    select
        tax_id,
        report_year,
        {%- for no in indicators %}
            max(status) filter (where indicator_no = {{ no }}) as indicator_{{ no }}_status,
        {%- endfor %}
        -- where nothing is assessed there is nothing to count
        {%- for column, condition in [
            ('met_count', "status = 'met'"),
            ('applicable_count', "status not in ('not_applicable', 'not_assessed')"),
            ('flagged_count', "flags is not null"),
        ] %}
        case
            when bool_or(status <> 'not_assessed')
                then cast(count(*) filter (where {{ condition }}) as integer)
        end as {{ column }}{{ ',' if not loop.last }}
    {%- endfor %}
    from {{ ref('ind_company_climate') }}
    group by tax_id, report_year
),

scores as (
    select
        {%- for no in axes %}
            max(score) filter (where axis_no = {{ no }}) as radar_{{ no }},
        {%- endfor %}
        tax_id,
        report_year
    from {{ ref('company_radar') }}
    group by tax_id, report_year
),

emissions as (
    select
        assessed.report_year,
        emitted.tax_id,
        emitted.year,
        emitted.total_tco2e
    from {{ ref('int_climate_score__assessed_year') }} as assessed
    inner join {{ ref('fct_company_emissions') }} as emitted
        on emitted.year = assessed.emission_year
),

gaps as (
    select
        pathway.tax_id,
        pathway.report_year,
        pathway.target_path_tco2e - pathway.national_path_tco2e as gap_target_tco2e,
        pathway.trend_tco2e - pathway.national_path_tco2e as gap_trend_tco2e
    from {{ ref('int_climate_score__pathway_by_report') }} as pathway
    inner join {{ ref('int_climate_score__rule_in_force') }} as rule
        on rule.is_newest and pathway.year = rule.target_year
),

card as (
    select
        statuses.*,
        {%- for no in axes %}
            scores.radar_{{ no }},
        {%- endfor %}
        emissions.year as emission_year,
        emissions.total_tco2e,
        case
            when emissions.tax_id is not null
                then cast(rank() over (
                        partition by statuses.report_year
                        order by emissions.total_tco2e desc nulls last
                    ) as integer)
        end as rank,
        gaps.gap_target_tco2e as gap_2030_target_tco2e,
        gaps.gap_trend_tco2e as gap_2030_trend_tco2e
    from statuses
    inner join scores
        on scores.tax_id = statuses.tax_id and scores.report_year = statuses.report_year
    left join emissions
        on emissions.tax_id = statuses.tax_id and emissions.report_year = statuses.report_year
    left join gaps
        on gaps.tax_id = statuses.tax_id and gaps.report_year = statuses.report_year
)

select
    card.*,
    previous.report_year as previous_report_year,
    {%- for column, from_status, to_status in [
        ('became_met', was, is), ('no_longer_met', is, was)
    ] %}
        nullif(array_to_string(list_filter([
            {%- for no in indicators %}
                case
                    when {{ to_status.format(no) }} = 'met'
                        and {{ from_status.format(no) }} not in ('met', 'not_assessed')
                        then '{{ no }}'
                end{{ ',' if not loop.last }}
            {%- endfor %}
        ], no -> no is not null), ' '), '') as {{ column }},
    {%- endfor %}
    {%- for no in axes %}
        card.radar_{{ no }} - previous.radar_{{ no }} as radar_{{ no }}_change,
    {%- endfor %}
    {%- for column in ['met_count', 'applicable_count'] %}
        case
            when card.applicable_count > 0 and previous.applicable_count > 0
                then card.{{ column }} - previous.{{ column }}
        end as {{ column }}_change,
    {%- endfor %}
{%- for column in ['initiative_sbti_status', 'is_re100', 'is_ev100', 'initiative_match_code'] %}
    company.{{ column }}{{ ',' if not loop.last }}
{%- endfor %}
from card
left join {{ ref('int_climate_score__assessed_year') }} as assessed
    on assessed.report_year = card.report_year
left join card as previous
    on previous.tax_id = card.tax_id and previous.report_year = assessed.previous_report_year
left join {{ ref('dim_company') }} as company on company.tax_id = card.tax_id
