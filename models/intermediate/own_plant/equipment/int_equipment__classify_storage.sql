-- the class of a site in every reading of its place; a bound belongs to the smaller class
select
    site.source_kind_code,
    site.source_release_key,
    site.row_number,
    site.site_id,
    site.place_code,
    rule.reading_code,
    site.capacity_kwh,
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
    case
        when site.capacity_kwh <= rule.above_kwh then 'by_technology_count' else 'by_capacity'
    end as class_basis
from {{ ref('int_equipment__read_storage_site') }} as site
inner join {{ ref('rule_storage_siting') }} as rule on rule.place_code = site.place_code
-- a site with more technologies than the reading allows leaves the class its capacity would give
left join {{ ref('rule_storage_siting') }} as stricter
    on stricter.place_code = rule.place_code and stricter.reading_code = rule.reading_code
        and site.technology_count > stricter.above_technology_count
where
    case
        when stricter.rule_key is not null then rule.rule_key = stricter.rule_key
        else site.capacity_kwh > rule.above_kwh
            and site.capacity_kwh <= coalesce(rule.up_to_kwh, 'infinity'::double)
    end
