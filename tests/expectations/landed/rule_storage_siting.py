"""Classes of storage sites. Looks for a gap or an overlap between classes, and for another bound than the article's."""

import vocabulary as v

DERIVED = {
    "from_kwh": "above_kwh::double",
    "to_kwh": "up_to_kwh::double",
    # each class begins where the one before it ends
    "gap": """above_kwh::double - coalesce(lag(up_to_kwh::double) over (
        partition by place_code, reading_code order by above_kwh::double), 0)""",
    "open_classes": "count(*) filter (where up_to_kwh is null) over (partition by place_code, reading_code)",
    "tier_2": "case when class_code = 'tier_2' then above_kwh::double end",
    "large": "case when class_code = 'large' then above_kwh::double end",
    "notify": "case when class_code = 'notify' then above_kwh::double end",
    "none": "case when class_code = 'none' then up_to_kwh::double end",
    "technologies": "above_technology_count::double",
}

EXPECTATIONS = [
    v.codes("place_code", ["new_york_state", "new_york_city", "japan"], "three places"),
    v.between("gap", 0, 0, "no capacity lies between two classes, or in both"),
    v.between("open_classes", 1, 1, "the last class has no upper bound"),
    v.between("tier_2", 600, 600, "Tier 2 above 600 kWh"),
    v.between("large", 250, 250, "large above 250 kWh"),
    v.between("notify", 20, 20, "notice above 20 kWh"),
    v.between("none", 10, 10, "nothing up to 10 kWh"),
    v.between("technologies", 1, 1, "more than one technology"),
    v.between("to_kwh", 10, 600, "kWh, not MWh"),
    v.filled("source", 1, "every rule names its source"),
    v.codes("confidence", ["seed_document", "one_source"], "the article, or a reading beside it"),
]
