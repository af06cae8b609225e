-- what follows from a threshold of each group, in readable lists
select
    duty_group_code,
    string_agg(duty_zh, '; ' order by sort_order) as duties_zh,
    string_agg(duty_en, '; ' order by sort_order) as duties_en,
    any_value(law_zh) as law_zh,
    string_agg(distinct act_articles, '; ' order by act_articles::integer) as act_articles,
    string_agg(distinct enforcement_articles, '; ' order by enforcement_articles)
        as enforcement_articles,
    string_agg(distinct deadline_en, '; ' order by deadline_en) as deadlines_en,
    bool_or(coalesce(deadline_code = 'next_31_january', false)) as is_reported_in_january,
    string_agg(distinct penalty_articles, '; ' order by penalty_articles) as penalty_articles,
    min(lowest_penalty_twd) as lowest_penalty_twd,
    max(highest_penalty_twd) as highest_penalty_twd,
    string_agg(
        name_en || ': ' || coalesce(
            'article ' || penalty_articles
            || coalesce(
                ', TWD '
                || format('{:,}', lowest_penalty_twd)
                || ' to '
                || format('{:,}', highest_penalty_twd),
                ''
            )
            || ' (' || penalty_en || ')', note
        ), '; ' order by sort_order
    ) as penalties_en
from {{ ref('rule_energy_duty') }}
group by duty_group_code
