-- one row per fund, quarter, time frame, scope and aggregation. A holding without a score of its own counts with the default; one without the
-- figures that an aggregation weighs with is left out of it and counted.
{%- set aggregations = {
    'WATS': 'weight', 'TETS': 'emissions', 'MOTS': 'investment, market cap or emissions', 'EOTS': 'investment, enterprise value or emissions',
    'ECOTS': 'investment, enterprise value with cash or emissions', 'AOTS': 'investment, assets or emissions',
    'ROTS': 'investment, revenue or emissions',
} %}
with rule as (
    select value as default_score
    from {{ ref('rule_temperature') }}
    where rule_key = 'default_score'
),

box as (
    select distinct
        time_frame_code,
        scope_code
    from {{ ref('company_temperature_score') }}
),

weighted as (
    select
        held.source_kind_code,
        held.fund_code,
        held.year,
        held.quarter,
        box.time_frame_code,
        box.scope_code,
        any_value(held.fund_name_zh) as fund_name_zh,
        cast(count(*) as integer) as holding_count,
        cast(count(*) filter (where coalesce(company.default_ratio, 1) < 1) as integer)
            as scored_holding_count,
        sum(held.weight_value) as weight_value,
        string_agg(distinct held.source_release_key, ' ') as source_release_key
        {%- for code in aggregations %}
            ,
            sum(
                held.{{ code | lower }}_weight
                * coalesce(company.temperature_score, rule.default_score)
            )
                as {{ code | lower }}_sum,
            sum(held.{{ code | lower }}_weight * coalesce(company.default_ratio, 1))
                as {{ code | lower }}_default,
            sum(held.{{ code | lower }}_weight) as {{ code | lower }}_total,
            cast(count(held.{{ code | lower }}_weight) as integer) as {{ code | lower }}_count,
            coalesce(
                sum(held.weight_value) filter (where held.{{ code | lower }}_weight is not null), 0
            )
                as {{ code | lower }}_used
    
        {%- endfor %}
    from {{ ref('int_temperature__holding') }} as held
    cross join box
    cross join rule
    left join {{ ref('company_temperature_score') }} as company
        on company.source_kind_code = held.source_kind_code and company.company_id = held.company_id
            and company.time_frame_code = box.time_frame_code
            and company.scope_code = box.scope_code
    group by
        held.source_kind_code,
        held.fund_code,
        held.year,
        held.quarter,
        box.time_frame_code,
        box.scope_code
)

{% for code, inputs in aggregations.items() %}
    select
        source_kind_code,
        fund_code,
        year,
        quarter,
        fund_name_zh,
        time_frame_code,
        scope_code,
        '{{ code }}' as aggregation_code,
        cast(
            round_even(
                {{ without_noise(code | lower ~ '_sum / nullif(' ~ code | lower ~ '_total, 0)', 9) }},
                2
            ) as decimal(
                4, 2
            )
        )
            as temperature_score,
        case when {{ code | lower }}_count < holding_count
                then '{{ inputs }} unknown for '
                    || (holding_count - {{ code | lower }}_count)
                    || ' of '
                    || holding_count
                    || ' holdings'
        end as missing_input,
        {{ without_noise(code | lower ~ '_default / nullif(' ~ code | lower ~ '_total, 0)', 9) }}
            as default_ratio,
        holding_count,
        scored_holding_count,
        {{ code | lower }}_count as used_holding_count,
        {{ without_noise(code | lower ~ '_used / nullif(weight_value, 0)', 9) }}
            as used_weight_ratio,
        cast({{ var('temperature_reporting_year', 2024) }} as integer) as reporting_year,
        {{ distinct_words("concat_ws(' ', 'temperature_rating_v1', source_release_key)") }}
            as source_release_key
    from weighted
    {{ 'union all' if not loop.last }}
{%- endfor %}
