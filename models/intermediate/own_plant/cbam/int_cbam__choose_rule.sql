{%- set order = "['confirmed', 'seed_document', 'one_source', 'general_knowledge']" %}
-- the share, mark-up and threshold of a year and sector: the row of the sector goes before the row
-- of all others
with sectors as (
    select distinct sector_code from {{ ref('rule_cbam_goods') }}
    where is_cbam
),

years as (
    select distinct year from {{ ref('int_cbam__read_goods') }}
),

ranked as (
    select
        years.year,
        sectors.sector_code,
        rule.rule_code,
        rule.value,
        rule.confidence,
        row_number() over (
            partition by years.year, sectors.sector_code, rule.rule_code
            order by rule.sector_code nulls last
        ) as place
    from years
    cross join sectors
    inner join {{ ref('rule_cbam_year') }} as rule
        on (rule.sector_code is null or rule.sector_code = sectors.sector_code)
            and years.year between rule.valid_from_year and coalesce(rule.valid_to_year, 9999)
)

select
    year,
    sector_code,
    max(value) filter (where rule_code = 'phase_in') as phase_in_pct,
    max(value) filter (where rule_code = 'default_mark_up') as default_mark_up_pct,
    max(value) filter (where rule_code = 'de_minimis') as de_minimis_t,
    -- the weakest of the three
    arg_max(confidence, list_position({{ order }}, confidence)) as year_rule_confidence
from ranked
where place = 1
group by year, sector_code
