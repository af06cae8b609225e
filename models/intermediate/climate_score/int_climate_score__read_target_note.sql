-- "短期目標年為2025年（減量20%），中期目標年為2030年（減量35%）": a year of our era and its percentage
with said as (
    select
        field.tax_id,
        field.report_year,
        unnest(regexp_extract_all(field.note, wording.pattern)) as pair_text
    from {{ ref('int_disclosures__field') }} as field
    inner join {{ ref('rule_report_wording') }} as wording
        on wording.wording_code = 'target_in_note'
    where field.field_code in ('mid_term_target_set', 'mid_term_target_year', 'mid_term_target')
)

select distinct
    tax_id,
    report_year,
    cast(list_max(regexp_extract_all(pair_text, '20[0-9]{2}')) as integer) as target_year,
    -- "2032年排放量較2005年減量50.2%"
    cast(nullif(list_min(regexp_extract_all(pair_text, '20[0-9]{2}')), target_year) as integer)
        as base_year,
    cast(regexp_extract(pair_text, '([0-9.]+) ?[%％]$', 1) as double) as stated_pct
from said
-- "較2021年下降42%" names the base year alone
where target_year > report_year
