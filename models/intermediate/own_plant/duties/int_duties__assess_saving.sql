-- the saving rate of a year and the average from the first year of its period, each against the
-- required rate. Years in which the user was not regulated (800 kW or less) are no part of the
-- average; a year that nobody stated leaves the average open.
with summed as (
    select
        *,
        coalesce(sum(saved_kwh) filter (where is_regulated) over so_far, 0) as saved_so_far,
        coalesce(sum(electricity_kwh) filter (where is_regulated) over so_far, 0)
            as electricity_so_far,
        cast(count(*) filter (where is_regulated) over so_far as integer) as counted_year_count,
        count(*) filter (where not is_regulated) over so_far as unregulated_year_count,
        list(year) over so_far as stated_years,
        string_agg(source_release_key, ' ') over so_far as release_keys
    from {{ ref('int_duties__sum_year') }}
    window so_far as (partition by source_kind_code, organisation_id, period_code order by year)
),

-- decided on decimals: a binary fraction must not decide at exactly 1 %
compared as (
    select
        *,
        {%- for name, saved, used in [
            ('annual', 'saved_kwh', 'electricity_kwh'),
            ('average', 'saved_so_far', 'electricity_so_far')
        ] %}
            cast({{ saved }} as decimal(18, 3)) as {{ name }}_saved,
            cast({{ used }} as decimal(18, 3)) as {{ name }}_used,
            {{ name }}_saved * 100
            - cast(required_pct as decimal(6, 3))
            * ({{ name }}_saved + {{ name }}_used) as {{ name }}_margin,
            case
                when {{ saved }} + {{ used }} > 0
                    then {{ without_noise(
                        '100 * ' ~ saved ~ ' / (' ~ saved ~ ' + ' ~ used ~ ')', 9
                    ) }}
            end as {{ name }}_rate_pct,
            -- S = r C / (1 - r), less what is saved already; up to the next whole kWh
            case
                when {{ name }}_margin < 0
                    then ceil({{ without_noise('-' ~ name ~ '_margin / (100 - required_pct)', 6) }})
                else 0
            end as {{ name }}_missing_kwh,
        {%- endfor %}
        average_saved * 100
        < cast(plan_below_pct as decimal(6, 3))
        * (average_saved + average_used) as is_below_plan_rate,
        nullif(
            array_to_string(
                list_filter(
                    range(period_first_year, year), past -> not list_contains(stated_years, past)
                ),
                ' '
            ),
            ''
        ) as missing_years
    from summed
),

judged as (
    select
        *,
    {%- for name in ['annual', 'average'] %}
        case
            when period_code is null then 'no_rule'
            when not is_regulated then 'not_regulated'
            when
                {{ name }}_rate_pct is null
                {{ ' or missing_years is not null' if name == 'average' }}
                then 'insufficient_data'
            when {{ name }}_margin >= 0 then 'met'
            else 'not_met'
        end as {{ name }}_status{{ ',' if not loop.last }}
    {%- endfor %}
    from compared
)

select
    source_kind_code,
    organisation_id,
    year,
    period_code,
    user_type,
    contract_capacity_kw,
    electricity_kwh,
    electricity_measures_kwh,
    own_renewable_kwh,
    demand_response_kwh,
    heat_before_cap_kwh,
    heat_cap_kwh,
    heat_counted_kwh,
    saved_kwh,
    measure_count,
    annual_rate_pct as saving_rate_pct,
    case when is_regulated then average_rate_pct end as average_saving_rate_pct,
    case when is_regulated then counted_year_count end as counted_year_count,
    case when is_regulated then missing_years end as missing_years,
    required_pct,
    annual_status,
    average_status,
    case when annual_status in ('met', 'not_met') then annual_missing_kwh end as missing_saving_kwh,
    case when average_status in ('met', 'not_met') then average_missing_kwh end
        as average_missing_saving_kwh,
    case when is_regulated then make_date(year + 1, 1, 31) end as report_due_date,
    case when average_status in ('met', 'not_met') then is_below_plan_rate end
        as needs_improvement_plan,
    case when needs_improvement_plan then make_date(year + 1, 1, 31) end
        as improvement_plan_due_date,
    nullif(concat_ws(
        ' ',
        flags,
        case when is_regulated and missing_years is not null then 'years_missing' end,
        case when is_regulated and unregulated_year_count > 0 then 'unregulated_years_left_out' end,
        case when annual_rate_pct is null then 'no_electricity' end
    ), '') as flags,
    rule_key,
    rule_source,
    rule_confidence,
    {{ distinct_words('release_keys') }} as source_release_key
from judged
