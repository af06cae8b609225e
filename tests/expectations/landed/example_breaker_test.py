"""Example trip tests. Looks for the pair of the article, and for milliseconds in the place of seconds."""

import vocabulary as v

DERIVED = {
    "seconds": "try_cast(duration_s as double)",
    "share_of_setting": """try_cast(test_current_a as double) / try_cast(rated_current_a as double)
        / try_cast(instantaneous_multiple as double)""",
    "article_80": "case when sample_id = 'BSMI-FIG-3-4' and test_point_pct = '80' then test_current_a::double end",
    "article_120": "case when sample_id = 'BSMI-FIG-3-4' and test_point_pct = '120' then test_current_a::double end",
}

EXPECTATIONS = [
    v.between("seconds", 0.01, 1, "seconds; the limit is 0.2"),
    v.between("share_of_setting", 0.75, 1.25, "currents near 80 % and 120 % of the setting"),
    v.between("article_80", 285.1, 285.1, "figure 3 of the article"),
    v.between("article_120", 413.2, 413.2, "figure 4 of the article"),
    v.filled("seconds", 1, "every duration is a number"),
    v.codes("source_release_key", ["example_factory"], "made up, and says so"),
]
