-- every figure in doubt once, with all that is said against it
with said as (
    select
        tax_id,
        year,
        measure,
        rule_code,
        reason,
        suggested_value,
        is_unit_error
    from {{ ref('int_disclosures__find_suspects') }}
    union all by name
    -- what would fit is known by physics alone
    select
        tax_id,
        year,
        measure,
        rule_code,
        reason,
        cast(null as double) as suggested_value,
        false as is_unit_error
    from {{ ref('int_disclosures__find_doubts') }}
    union all by name
    select
        tax_id,
        year,
        measure,
        'DQ37' as rule_code,
        reason,
        cast(null as double) as suggested_value,
        false as is_unit_error
    from {{ ref('int_disclosures__doubt_identity') }}
)

select
    tax_id,
    year,
    measure,
    string_agg(reason, '; ' order by rule_code) as reason,
    max(suggested_value) as suggested_value,
    bool_or(is_unit_error) as is_unit_error
from said
group by tax_id, year, measure
