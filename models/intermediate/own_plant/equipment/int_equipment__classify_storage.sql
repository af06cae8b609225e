-- the class of a room in every reading of its place, by its own capacity or by that of all rooms of
-- the site; a bound belongs to the smaller class
with site as (
    select
        *,
        -- a room is never larger than its site, also where rounding takes a tiny one away
        greatest(capacity_kwh, {{ without_noise('sum(capacity_kwh) over (
            partition by source_kind_code, site_id, place_code
        )') }}) as site_capacity_kwh
    from {{ ref('int_equipment__read_storage_site') }}
)

select
    site.source_kind_code,
    site.source_release_key,
    site.row_number,
    site.site_id,
    site.room_id,
    site.place_code,
    rule.reading_code,
    rule.is_ours,
    site.capacity_kwh,
    site.site_capacity_kwh,
    rule.capacity_of,
    site.battery_type_code,
    site.technology_count,
    site.held_standards,
    rule.class_code,
    rule.name_en as class_name_en,
    rule.name_zh as class_name_zh,
    rule.notice_code,
    rule.rule_key,
    rule.source,
    rule.confidence,
    case when rule.capacity_of = 'room' then site.capacity_kwh else site.site_capacity_kwh end
        as classed_capacity_kwh,
    case
        when classed_capacity_kwh <= rule.above_kwh then 'by_technology_count' else 'by_capacity'
    end as class_basis
from site
inner join {{ ref('rule_storage_siting') }} as rule on rule.place_code = site.place_code
-- a site with more technologies than the reading allows leaves the class its capacity would give
left join {{ ref('rule_storage_siting') }} as stricter
    on stricter.place_code = rule.place_code and stricter.reading_code = rule.reading_code
        and site.technology_count > stricter.above_technology_count
where
    case
        when stricter.rule_key is not null then rule.rule_key = stricter.rule_key
        else classed_capacity_kwh > rule.above_kwh
            and classed_capacity_kwh <= coalesce(rule.up_to_kwh, 'infinity'::double)
    end
