select
    counted.dataset,
    counted.source_release_key,
    counted.rule_code,
    counted.column_name,
    counted.repair,
    cast(sum(counted.repair_count) as bigint) as repair_count
from {{ ref('int_quality__count_repairs') }} as counted
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = counted.source_release_key
where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
group by
    counted.dataset,
    counted.source_release_key,
    counted.rule_code,
    counted.column_name,
    counted.repair
