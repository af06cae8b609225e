"""Duties, articles and fines. Looks for a fine of the wrong article."""

import vocabulary as v

GROUPS = (
    "annex_2_class_1",
    "annex_2_class_2",
    "annex_2_class_3",
    "annex_3_coal",
    "large_user_renewable",
    "ghg_registration",
    "carbon_fee",
)

DERIVED = {
    "fine_of_article_21": "case when penalty_articles like '21 %' then lowest_penalty_twd || '-' || highest_penalty_twd end",
    "fine_of_article_24": "case when penalty_articles like '24 %' then lowest_penalty_twd || '-' || highest_penalty_twd end",
    "fine_without_article": "(lowest_penalty_twd is not null and penalty_articles is null)::integer",
    "fine_of_article_18": "case when act_articles = '18' then coalesce(highest_penalty_twd, 0) end",
    "duties_of_class_1": "case when duty_group_code = 'annex_2_class_1' then count(*) over (partition by duty_group_code) end",
}

EXPECTATIONS = [
    v.codes("duty_group_code", GROUPS, "three classes of annex 2, coal of annex 3, renewables, emissions"),
    v.codes(
        "act_articles",
        ["9", "10", "11", "12", "16", "18", "21", "28"],
        "annex 2 and 3; the Climate Change Response Act",
    ),
    v.codes("fine_of_article_21", ["20000-100000"], "TWD 20,000 to 100,000"),
    v.codes("fine_of_article_24", ["30000-150000"], "TWD 30,000 to 150,000"),
    v.between("fine_without_article", 0, 0, "a fine has an article"),
    v.between("fine_of_article_18", 0, 0, "none is printed"),
    v.between("duties_of_class_1", 4, 4, "audit and plan, report, managers, approval"),
    v.filled("duty_zh", 1, "every duty is named"),
    v.filled("source", 1, "every duty names its source"),
]
