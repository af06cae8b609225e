with counted as (
    select
        dataset,
        source_release_key,
        vintage_date,
        year as period,
        count(distinct control_no) as entity_count
    from {{ ref('int_emissions__unite_releases') }}
    where broken_rule is null
    group by all
),

newest as (
    select
        *,
        max(entity_count) over (partition by dataset, period) as expected_count
    from counted
    where vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify row_number()
            over (partition by dataset, period order by vintage_date desc, source_release_key desc)
        = 1
)

select
    newest.dataset,
    newest.period,
    newest.entity_count,
    newest.expected_count,
    newest.entity_count / newest.expected_count as coverage_ratio,
    -- the year of the vintage is still being filed; before the duty only a few plants filed
    newest.entity_count / newest.expected_count >= rule.dq26_coverage_ratio
    and newest.period < year(newest.vintage_date)
    and newest.period >= coalesce(duty.value, 0) as is_complete,
    newest.source_release_key
from newest
left join {{ ref('int_emissions__rule_in_force') }} as rule on rule.year = newest.period
left join {{ ref('rule_threshold') }} as duty
    on duty.rule_key = newest.dataset || ':first_complete_year'
union all
-- a company that filed nothing is listed all the same
select
    'coal_company' as dataset,
    coal.year as period,
    count(*) filter (where coal.filing_state <> 'not_filed') as entity_count,
    count(*) as expected_count,
    entity_count / expected_count as coverage_ratio,
    coverage_ratio >= any_value(rule.value) and not bool_or(coal.filing_state = 'partial_year')
        as is_complete,
    max(coal.source_release_key) as source_release_key
from {{ ref('int_emissions__grade_coal') }} as coal
left join {{ ref('rule_threshold') }} as rule on rule.rule_key = 'coal_company:min_coverage'
group by coal.year
