-- what a measure counts in each calendar year: from the month after its start, at most 12 months,
-- in equal parts a month, split at the year end; demand response in full in the year of its day.
-- Heat becomes kWh by the factor of the user's type in that year.
with measure as (
    select
        *,
        case kind
            when 'heat' then saved_kcal when
                'demand_response'
                then reduced_kw * reduced_hours
            else saved_kwh
        end as amount,
        case when kind = 'demand_response' then start_date
            else cast(date_trunc('month', start_date) + interval 1 month as date)
        end as first_month
    from {{ ref('int_duties__read_measure') }}
),

halves as (
    select
        *,
        case when months_count is not null then least(months_count, 13 - month(first_month)) end
            as first_months_count,
        {{ without_noise('case
            when months_count is null then amount
            else amount * first_months_count / months_count
        end', 3) }}
            as first_amount
    from measure
),

-- the second year has the rest, so that no part of the amount is lost
spread as (
    select
        * exclude (months_count),
        year(first_month) as year,
        first_months_count as months_count,
        first_amount as part
    from halves
    union all
    select
        * exclude (months_count),
        year(first_month) + 1,
        months_count - first_months_count,
        {{ without_noise('amount - first_amount', 3) }}
    from halves
    where months_count > first_months_count
),

converted as (
    select
        spread.*,
        rule.rule_key,
        rule.conversion_pct,
        rule.measures_from_year,
        rule.confidence,
        stated.year is not null as has_year_row,
        case when spread.kind <> 'heat' then spread.part
            else {{ without_noise(
                    'spread.part / rule.kcal_per_kwh * rule.conversion_pct / 100', 3
                ) }}
        end as equivalent_kwh
    from spread
    left join {{ ref('int_duties__read_year') }} as stated
        on stated.source_kind_code = spread.source_kind_code
            and stated.organisation_id = spread.organisation_id
            and stated.year = spread.year
    left join {{ ref('rule_heat_saving') }} as rule
        on spread.kind = 'heat' and rule.user_type = stated.user_type
            and spread.year between rule.valid_from_year and coalesce(rule.valid_to_year, 9999)
)

select
    source_kind_code,
    organisation_id,
    measure_id,
    year,
    measure_name,
    kind,
    start_date,
    first_month,
    months_count,
    case when kind = 'heat' then part end as saved_kcal,
    conversion_pct,
    equivalent_kwh,
    case
        when not has_year_row then 'no_year_row'
        when kind = 'heat' and rule_key is null then 'no_rule'
        when kind = 'heat' and year(start_date) < measures_from_year then 'heat_before_2020'
        when kind = 'demand_response' and not has_proof then 'no_proof'
    end as not_counted_reason,
    not_counted_reason is null as is_counted,
    case when is_counted then equivalent_kwh else 0 end as counted_kwh,
    rule_key,
    confidence as rule_confidence,
    source_release_key,
    row_number
from converted
