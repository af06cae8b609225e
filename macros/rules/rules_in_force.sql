{# Rules of rule_threshold side by side: one row a year, one column a rule, null where no row of
   the rule is in force. `rules` maps a column to a rule key. The years run to the newest release,
   so that a report year of tomorrow finds its rules. #}
{% macro rules_in_force(rules) -%}
with years as (
    select cast(unnest(generate_series(bounds.first_year, bounds.last_year)) as integer) as year
    from (
        select
            min(rule.valid_from_year) as first_year,
            greatest(max(rule.valid_from_year), max(year(release.vintage_date))) as last_year
        from {{ ref('rule_threshold') }} as rule
        cross join {{ ref('int_releases__release') }} as release
    ) as bounds
)

select
    years.year,
    -- for what has no year of its own, such as a path from today
    years.year = max(years.year) over () as is_newest,
    {%- for column, rule_key in rules.items() %}
    max(rule.value) filter (where rule.rule_key = '{{ rule_key }}')
        as {{ column }}{{ ',' if not loop.last }}
    {%- endfor %}
from years
inner join {{ ref('rule_threshold') }} as rule
    on years.year between rule.valid_from_year and coalesce(rule.valid_to_year, 9999)
group by years.year
{%- endmacro %}
