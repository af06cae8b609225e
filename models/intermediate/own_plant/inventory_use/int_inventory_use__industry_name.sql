-- every text by which a row may name its industry: code, Chinese and English name, and aliases, in
-- lower case
with named as (
    select
        industry_code,
        name_zh,
        unnest([industry_code, name_zh, name_en]) as name_text
    from {{ ref('ref_industry') }}
    where classification_code = 'energy_audit' and not is_aggregate
    union all
    select
        alias.industry_code,
        industry.name_zh,
        alias.alias_text
    from {{ ref('ref_industry_alias') }} as alias
    inner join {{ ref('ref_industry') }} as industry on industry.industry_code = alias.industry_code
)

-- with and without 業; the code of an industry can be its English name as well
select distinct
    lower(unnest([name_text, regexp_replace(name_text, '業$', '')])) as name_text,
    industry_code,
    industry_code || ' (' || name_zh || ')' as label_text
from named
