"""Storage sites under three sets of rules. Looks for a bound in the wrong class, and standards asked of the wrong site."""

import vocabulary as v


def of(site: str, reading: str, value: str) -> str:
    """One example site in one reading, as SQL."""
    return f"case when input_code = 'example' and site_id = '{site}' and reading_code = '{reading}' then {value} end"


LAW, CITY = "local_model_law", "notice_above_20_kwh"

DERIVED = {
    "wrong_class": """case place_code
        when 'new_york_state' then case when reading_code = 'stated' then (class_code <>
            case when capacity_kwh <= 600 then 'tier_1' else 'tier_2' end)::integer end
        when 'new_york_city' then (class_code <> case when capacity_kwh <= 20 then 'small'
            when capacity_kwh <= 250 then 'medium' else 'large' end)::integer
        when 'japan' then (class_code <> case when capacity_kwh <= 10 then 'none' when capacity_kwh > 20 then 'notify'
            when reading_code = 'stated' then 'conditional' else 'regulated' end)::integer end""",
    "two_technologies_in_tier_1": f"""case when reading_code = '{LAW}' then
        (technology_count > 1 and class_code = 'tier_1')::integer end""",
    "readings_of_site": """count(*) over (partition by input_code, site_id)
        - case when place_code = 'new_york_city' then 0 else 1 end""",
    "notice_outside_japan": "((is_fire_notice_required is not null) <> (place_code = 'japan'))::integer",
    "notice_up_to_20_in_second_reading": f"""case when reading_code = '{CITY}' then
        (is_fire_notice_required <> (capacity_kwh > 20))::integer end""",
    "notice_despite_protection": """case when place_code = 'japan' and class_code = 'conditional' then
        (is_fire_notice_required = coalesce(regexp_matches(held_standards, 'jis_c_4411_1|jis_c_4412|jis_c_4441'), false))::integer
        end""",
    "cell_standard_for_others": """case when place_code = 'japan' then (coalesce(missing_standards, '') like '%8715%' and
        (battery_type_code <> 'lithium' or capacity_kwh <= 10))::integer end""",
    "uninspected": "case when place_code = 'new_york_city' then (is_annual_inspection_required <> (capacity_kwh > 20))::integer end",
    "wrong_verdict": """(coalesce(missing_standards <> '', false) <> (verdict_code like '%standards_missing'))::integer
        + (coalesce(is_fire_notice_required, false) <> (verdict_code like 'notice_required%'))::integer""",
    "at_600_is_tier_1": of("NYS-600", "stated", "(class_code = 'tier_1')::integer"),
    "above_600_is_tier_2": of("NYS-600.1", "stated", "(class_code = 'tier_2')::integer"),
    "two_technologies_are_tier_2": of("NYS-100-TWO", LAW, "(class_code = 'tier_2')::integer"),
    "but_not_as_stated": of("NYS-100-TWO", "stated", "(class_code = 'tier_1')::integer"),
    "bare_misses_9540a": of("NYS-600.1-BARE", "stated", "(missing_standards = 'UL 9540A')::integer"),
    "japan_20_without_is_notified": of("JP-20-NONE", "stated", "is_fire_notice_required::integer"),
    "japan_20_without_is_not_in_cities": of("JP-20-NONE", CITY, "is_fire_notice_required::integer"),
    "japan_10_is_free": of("JP-10", "stated", "(verdict_code = 'nothing_further')::integer"),
}

EXPECTATIONS = [
    v.contains("place_code", ["new_york_state", "new_york_city", "japan"], "three places"),
    v.between("capacity_kwh", 0, 10_000_000, "kWh"),
    v.between("wrong_class", 0, 0, "600; 20 and 250; 10 and 20 kWh, each bound in the smaller class"),
    v.between("two_technologies_in_tier_1", 0, 0, "the local model law puts them in Tier 2"),
    v.between("readings_of_site", 1, 1, "two readings, of New York City one"),
    v.between("notice_outside_japan", 0, 0, "notice is a rule of Japan"),
    v.between("notice_up_to_20_in_second_reading", 0, 0, "the second reading asks for notice above 20 kWh only"),
    v.between("notice_despite_protection", 0, 0, "external fire protection waives it, nothing else does"),
    v.between("cell_standard_for_others", 0, 0, "JIS C 8715-2 is for lithium above 10 kWh"),
    v.between("uninspected", 0, 0, "medium and large sites are inspected every year"),
    v.between("wrong_verdict", 0, 0, "the verdict names what is missing and what must be notified"),
    v.between("at_600_is_tier_1", 1, 1, "600 kWh 以下"),
    v.between("above_600_is_tier_2", 1, 1, "大於 600 kWh"),
    v.between("two_technologies_are_tier_2", 1, 1, "100 kWh of two technologies"),
    v.between("but_not_as_stated", 1, 1, "the article knows no such rule"),
    v.between("bare_misses_9540a", 1, 1, "Tier 2 adds UL 9540A"),
    v.between("japan_20_without_is_notified", 1, 1, "20 kWh（含）"),
    v.between("japan_20_without_is_not_in_cities", 0, 0, "notice only above 20 kWh"),
    v.between("japan_10_is_free", 1, 1, "10 kWh 以下"),
    v.filled("rule_source", 1, "every class names its source"),
]
