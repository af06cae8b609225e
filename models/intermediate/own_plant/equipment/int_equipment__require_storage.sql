-- what the class of a site asks for, and whether the site holds it; null for a procedure, which no
-- standard answers
with asked as (
    select
        site.source_kind_code,
        site.site_id,
        site.room_id,
        site.reading_code,
        rule.sort_order,
        rule.requirement_code,
        rule.kind_code,
        rule.name_en,
        rule.name_zh,
        string_split(rule.accepted_standards, ' ') as accepted,
        string_split(coalesce(site.held_standards, ''), ' ') as held
    from {{ ref('int_equipment__classify_storage') }} as site
    inner join
        {{ ref('rule_storage_requirement') }} as rule
        on rule.place_code = site.place_code and rule.class_code = site.class_code
    where coalesce(rule.battery_type_code = site.battery_type_code, true)
        and coalesce(rule.reading_code = site.reading_code, true)
),

spelled as (
    select
        asked.source_kind_code,
        asked.site_id,
        asked.room_id,
        asked.reading_code,
        asked.requirement_code,
        string_agg(distinct standard.standard_name, ' or ' order by standard.standard_name)
            as standards_text
    from asked
    inner join
        {{ ref('rule_storage_standard') }} as standard
        on list_contains(asked.accepted, standard.standard_code)
    group by
        asked.source_kind_code, asked.site_id, asked.room_id, asked.reading_code,
        asked.requirement_code
)

select
    asked.source_kind_code,
    asked.site_id,
    asked.room_id,
    asked.reading_code,
    asked.sort_order,
    asked.requirement_code,
    asked.kind_code,
    asked.name_en,
    asked.name_zh,
    spelled.standards_text,
    list_has_any(asked.accepted, asked.held) as is_held
from asked
left join spelled
    on spelled.source_kind_code = asked.source_kind_code
        and spelled.site_id = asked.site_id
        and spelled.room_id = asked.room_id
        and spelled.reading_code = asked.reading_code
        and spelled.requirement_code = asked.requirement_code
