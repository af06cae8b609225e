-- one row per room and reading: its class, what follows, and which standards are missing
with asked as (
    select
        source_kind_code,
        site_id,
        room_id,
        reading_code,
        string_agg(requirement_code, ' ' order by sort_order) as requirement_codes,
        string_agg(name_en, '; ' order by sort_order) as requirements_en,
        string_agg(name_zh, '；' order by sort_order) as requirements_zh,
        string_agg(standards_text, '; ' order by sort_order) filter (
            where kind_code = 'standard' and not is_held
        ) as missing_standards,
        string_agg(standards_text, '; ' order by sort_order) filter (
            where kind_code = 'waives_notice' and not is_held
        ) as notice_waived_by,
        bool_or(kind_code = 'waives_notice' and not is_held) as lacks_waiver,
        bool_or(kind_code = 'waives_regulation' and not is_held) as is_regulated
    from {{ ref('int_equipment__require_storage') }}
    group by source_kind_code, site_id, room_id, reading_code
),

-- rows that may belong to the capacity of a site; one that names no site may be anybody's
unused as (
    select
        cell.source_kind_code,
        cell.raw_text as site_id,
        count(*) as row_count
    from {{ ref('int_own__refuse') }} as refused
    inner join {{ ref('int_own__cell') }} as cell
        on cell.dataset_code = refused.dataset_code
            and cell.source_release_key = refused.source_release_key
            and cell.row_number = refused.row_number
    where refused.dataset_code = 'storage_site' and cell.column_code = 'site_id'
    group by cell.source_kind_code, cell.raw_text
),

noticed as (
    select
        site.*,
        asked.requirement_codes,
        asked.requirements_en,
        asked.requirements_zh,
        asked.missing_standards,
        asked.notice_waived_by,
        coalesce(asked.is_regulated, false) as is_regulated,
        case site.notice_code
            when 'yes' then true
            when 'no' then false
            when 'unless_protected' then asked.lacks_waiver
        end as is_fire_notice_required,
        (
            select cast(coalesce(sum(unused.row_count), 0) as integer)
            from unused
            where unused.source_kind_code = site.source_kind_code
                and coalesce(unused.site_id = site.site_id, true)
        ) as unused_row_count
    from {{ ref('int_equipment__classify_storage') }} as site
    left join
        asked
        on asked.source_kind_code = site.source_kind_code
            and asked.site_id = site.site_id
            and asked.room_id = site.room_id
            and asked.reading_code = site.reading_code
)

select
    source_kind_code,
    site_id,
    room_id,
    reading_code,
    is_ours,
    place_code,
    capacity_kwh,
    site_capacity_kwh,
    classed_capacity_kwh,
    capacity_of,
    battery_type_code,
    technology_count,
    held_standards,
    class_code,
    class_name_en,
    class_name_zh,
    class_basis,
    is_fire_notice_required,
    coalesce(requirement_codes, '') like '%annual_fire_inspection%'
        as is_annual_inspection_required,
    requirement_codes,
    requirements_en,
    requirements_zh,
    missing_standards,
    notice_waived_by,
    case
        when
            missing_standards is not null and is_fire_notice_required
            then 'notice_required_and_standards_missing'
        when missing_standards is not null then 'standards_missing'
        when is_fire_notice_required then 'notice_required'
        when is_regulated then 'regulated_without_notice'
        when notice_code = 'none' then 'permits_and_reviews'
        else 'nothing_further'
    end as verdict_code,
    rule_key,
    source as rule_source,
    confidence as rule_confidence,
    unused_row_count,
    unused_row_count = 0 as is_complete,
    source_release_key,
    row_number
from noticed
