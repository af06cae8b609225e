{%- set aggregations = ['wats', 'tets', 'mots', 'eots', 'ecots', 'aots', 'rots'] %}
with box as (
    select distinct
        time_frame_code,
        scope_code
    from {{ ref('company_temperature_score') }}
),

fund as (
    select
        source_kind_code,
        fund_code,
        year,
        quarter,
        any_value(fund_name_zh) as fund_name_zh,
        cast(count(*) as integer) as holding_count,
        sum(weight_value) as weight_value,
        string_agg(distinct source_release_key, ' ') as source_release_key
    from {{ ref('int_temperature__holding') }}
    group by source_kind_code, fund_code, year, quarter
),

-- a score for some scopes weighs with the emissions of those scopes
emitted as (
    select
        held.*,
        box.time_frame_code,
        box.scope_code,
        case box.scope_code
            when 'S1S2' then held.s1s2_tco2e
            when 'S3' then held.s3_tco2e
            else held.s1s2_tco2e + held.s3_tco2e
        end as tets_weight,
        held.weight_value as wats_weight,
    {%- for code in aggregations[2:] %}
        held.{{ code }}_ratio * tets_weight as {{ code }}_weight
        {{- ',' if not loop.last }}
    {%- endfor %}
    from {{ ref('int_temperature__holding') }} as held
    cross join box
),

summed as (
    select
        held.source_kind_code,
        held.fund_code,
        held.year,
        held.quarter,
        held.time_frame_code,
        held.scope_code,
        {%- for code in aggregations %}
            {%- set weight = 'held.' ~ code ~ '_weight' %}
            {
                'aggregation_code': '{{ code | upper }}',
                -- a holding without a score of its own counts with the default
                'score_sum': sum(
                    {{ weight }} * coalesce(company.temperature_score, rule.default_score)
                ),
                'default_sum': sum({{ weight }} * coalesce(company.default_ratio, 1)),
                'weight_sum': sum({{ weight }}),
                'used_count': cast(count({{ weight }}) as integer),
                'used_weight': sum(case when {{ weight }} is null then 0 else held.weight_value end)
            } as {{ code }},
        {%- endfor %}
        cast(count(*) filter (where company.default_ratio < 1) as integer) as scored_holding_count
    from emitted as held
    cross join {{ ref('int_temperature__rule_in_force') }} as rule
    left join {{ ref('company_temperature_score') }} as company
        on company.source_kind_code = held.source_kind_code and company.company_id = held.company_id
            and company.time_frame_code = held.time_frame_code
            and company.scope_code = held.scope_code
    group by all
),

aggregated as (
    select
        * exclude ({{ aggregations | join(', ') }}),
        unnest([{{ aggregations | join(', ') }}], recursive := true)
    from summed
)

select
    aggregated.source_kind_code,
    aggregated.fund_code,
    aggregated.year,
    aggregated.quarter,
    fund.fund_name_zh,
    aggregated.time_frame_code,
    aggregated.scope_code,
    aggregated.aggregation_code,
    cast(round_even(
        {{ without_noise("aggregated.score_sum / nullif(aggregated.weight_sum, 0)", 9) }}, 2
    ) as decimal(4, 2)) as temperature_score,
    -- a holding without the figures that an aggregation weighs with is left out of it and counted
    case
        when aggregated.used_count < fund.holding_count
            then format(
                    '{} unknown for {} of {} holdings', aggregation.inputs_text,
                    fund.holding_count - aggregated.used_count, fund.holding_count
                )
        when aggregated.weight_sum = 0 then 'no emissions of this scope to weigh with'
    end as missing_input,
    {{ without_noise('aggregated.default_sum / nullif(aggregated.weight_sum, 0)', 9) }}
        as default_ratio,
    fund.holding_count,
    aggregated.scored_holding_count,
    aggregated.used_count as used_holding_count,
    {{ without_noise('aggregated.used_weight / nullif(fund.weight_value, 0)', 9) }}
        as used_weight_ratio,
    {{ reporting_year('aggregated', 'reporting') }} as reporting_year,
    {{ distinct_words("concat_ws(' ', 'temperature_rating_v1', fund.source_release_key)") }}
        as source_release_key
from aggregated
cross join {{ ref('int_temperature__reporting_year') }} as reporting
inner join {{ ref('ref_temperature_aggregation') }} as aggregation
    on aggregation.aggregation_code = aggregated.aggregation_code
inner join fund
    on fund.source_kind_code = aggregated.source_kind_code and fund.fund_code = aggregated.fund_code
        and fund.year is not distinct from aggregated.year
        and fund.quarter is not distinct from aggregated.quarter
