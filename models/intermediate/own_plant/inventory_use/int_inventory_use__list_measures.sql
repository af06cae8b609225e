-- measures that serve a category and family, as codes and as readable lists by step; a pair that
-- nothing serves says so
with pair as (
    select
        category.category_code,
        family.family_code
    from {{ ref('ref_inventory_category') }} as category
    cross join
        (select distinct family_code from {{ ref('int_inventory_use__group_item') }}) as family
),

served as (
    select
        pair.category_code,
        pair.family_code,
        measure.measure_code,
        measure.measure_order,
        measure.level_order,
        measure.stage_code,
        measure.stage_zh,
        measure.stage_en,
        measure.name_zh,
        measure.name_en
    from pair
    inner join {{ ref('rule_reduction_measure') }} as measure
        on list_contains(string_split(measure.category_codes, ' '), pair.category_code)
            and (
                measure.family_codes is null
                or list_contains(string_split(measure.family_codes, ' '), pair.family_code)
            )
),

stage as (
    select
        category_code,
        family_code,
        level_order,
        min(measure_order) as stage_order,
        string_agg(measure_code, ' ' order by measure_order) as codes,
        stage_zh || '：' || string_agg(name_zh, '、' order by measure_order) as text_zh,
        stage_en || ': ' || string_agg(name_en, ', ' order by measure_order) as text_en
    from served
    group by category_code, family_code, level_order, stage_code, stage_zh, stage_en
)

select
    pair.category_code,
    pair.family_code,
    string_agg(stage.codes, ' ' order by stage.level_order, stage.stage_order) as measure_codes,
    coalesce(
        string_agg(stage.text_zh, '；' order by stage.level_order, stage.stage_order), '簡報未列措施'
    ) as measures_zh,
    coalesce(
        string_agg(stage.text_en, '; ' order by stage.level_order, stage.stage_order),
        'no measure in the briefing'
    ) as measures_en
from pair
left join stage on stage.category_code = pair.category_code and stage.family_code = pair.family_code
group by pair.category_code, pair.family_code
