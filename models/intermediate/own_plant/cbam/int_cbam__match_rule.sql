-- the CN code of a declared good and the rule of its longest prefix: 7202 30 00 is an exception
-- from 72
with coded as (
    select
        source_release_key,
        row_number,
        raw_text,
        regexp_replace(raw_text, '[\s.]', '', 'g') as digits_text,
        -- a TARIC code has ten digits, the first eight are the CN code
        case
            when regexp_full_match(digits_text, '[0-9]{8}([0-9]{2})?') then left(digits_text, 8)
        end as cn_code
    from {{ ref('int_own__cell') }}
    where dataset_code = 'cbam_goods' and column_code = 'cn_code'
)

select
    coded.source_release_key,
    coded.row_number,
    coded.cn_code,
    rule.cn_prefix as cn_prefix_code,
    rule.counts_indirect,
    coalesce(regexp_full_match(coded.digits_text, '[0-9]{4,7}'), false) as is_too_short
from coded
left join {{ ref('rule_cbam_goods') }} as rule on starts_with(coded.cn_code, rule.cn_prefix)
qualify row_number() over (
        partition by coded.source_release_key, coded.row_number order by length(rule.cn_prefix) desc
    ) = 1
