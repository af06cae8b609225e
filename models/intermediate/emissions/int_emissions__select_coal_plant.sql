select coal.*
from {{ ref('stg_observatory__coal_plant') }} as coal
inner join {{ ref('int_releases__release') }} as release
    on release.source_release_key = coal.source_release_key
where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
qualify row_number() over (
        partition by coal.control_no, coal.year
        order by release.vintage_date desc, coal.source_release_key desc
    ) = 1
