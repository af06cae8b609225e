-- by the code of the classification first, the longest known; by name where no code is known
with published as (
    select distinct
        industry_class_code,
        industry_zh
    from {{ ref('int_emissions__unite_releases') }}
),

coded as (
    select
        published.industry_class_code,
        known.industry_code,
        known.is_manufacturing
    from (
        select distinct industry_class_code from published
        where industry_class_code is not null
    ) as published
    inner join {{ ref('ref_registry_industry') }} as known
        on starts_with(published.industry_class_code, known.industry_class_code)
    qualify row_number() over (
            partition by published.industry_class_code
            order by length(known.industry_class_code) desc
        ) = 1
)

select
    published.industry_class_code,
    published.industry_zh,
    coalesce(coded.industry_code, named.industry_code, 'other_emitters') as industry_code,
    coalesce(coded.is_manufacturing, named.is_manufacturing) as is_manufacturing,
    case
        when coded.industry_code is not null then 'class_code'
        when named.industry_code is not null then 'name'
        else 'unmapped'
    end as industry_basis,
    case when named.industry_code <> coded.industry_code then named.industry_code end
        as name_industry_code
from published
left join coded on coded.industry_class_code = published.industry_class_code
left join {{ ref('ref_registry_industry') }} as named
    on named.registry_name_zh = published.industry_zh
