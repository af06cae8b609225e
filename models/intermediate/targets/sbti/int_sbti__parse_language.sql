{%- set lists = ['kind', 'scope', 'basis', 'metric', 'statement', 'period', 'category_11'] %}
with worded as (
    select
        clause.company_key,
        clause.section_code,
        clause.clause_no,
    {%- for list in lists %}
        arg_min(wording.code, wording.priority) filter (
            where wording.list_code = '{{ list }}'
        ) as {{ list }}_code
        {{- ',' if not loop.last }}
    {%- endfor %}
    from {{ ref('int_sbti__cut_clauses') }} as clause
    inner join {{ ref('rule_sbti_wording') }} as wording
        on regexp_matches(clause.words, wording.pattern)
    group by clause.company_key, clause.section_code, clause.clause_no
),

read as (
    select
        clause.*,
        coalesce(worded.kind_code, clause.section_code) as kind_code,
        nullif(worded.scope_code, 'unclear') as scope_code,
        coalesce(worded.basis_code, 'absolute') = 'absolute' as is_absolute,
        worded.metric_code,
        worded.period_code is not null as is_same_period,
        worded.category_11_code is not null as covers_category_11,
        list_transform(
            regexp_extract_all(clause.words, '([0-9]+([.][0-9]+)?) ?%', 1),
            number -> cast(number as double)
        ) as percentages,
        try_cast(
            regexp_extract(clause.words, 'by (the end of )?(FY ?)?(20[2-9][0-9])', 3) as integer
        ) as own_target_year,
        try_cast(
            regexp_extract(
                clause.words, 'from (an? |the )?(FY ?)?(20[0-9][0-9])(/[0-9]+)? ?base', 3
            ) as integer
        ) as own_base_year
    from {{ ref('int_sbti__cut_clauses') }} as clause
    inner join worded
        on worded.company_key = clause.company_key
            and worded.section_code = clause.section_code
            and worded.clause_no = clause.clause_no
    where worded.statement_code = 'target'
),

carried as (
    select
        *,
        coalesce(
            own_target_year,
            case when is_same_period then last_value(own_target_year ignore nulls) over before end
        ) as target_year,
        coalesce(
            own_base_year,
            case when is_same_period then last_value(own_base_year ignore nulls) over before end
        ) as base_year,
        case
            when len(percentages) = 1 or kind_code = 'renewable_electricity' then percentages[-1]
        end as reduction_pct
    from read
    window
        before as (
            partition by company_key, section_code
            order by clause_no rows between unbounded preceding and 1 preceding
        )
)

select
    company_key,
    section_code || ':' || clause_no as clause_key,
    clause_text,
    -- small companies state the long-term target without a heading
    case when kind_code = 'near_term' and target_year >= 2040 then 'long_term' else kind_code end
        as kind_code,
    scope_code,
    case
        when reduction_pct is null or scope_code is null or target_year is null
            or (base_year is null and kind_code in ('near_term', 'long_term')) then 'unreadable'
        when kind_code = 'renewable_electricity' then 'renewable'
        when kind_code = 'supplier_engagement' then 'engagement'
        when is_absolute then 'absolute'
        when scope_code <> 's3' then 'sector_intensity'
        when metric_code = 'physical' then 'physical_intensity'
        else 'economic_intensity'
    end as method_code,
    case when not is_absolute then metric_code end as metric_code,
    base_year,
    target_year,
    reduction_pct,
    covers_category_11
from carried
