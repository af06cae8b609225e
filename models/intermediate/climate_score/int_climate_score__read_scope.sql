-- Of a note the sentence with the percentage tells the scope, the clause with it the site; of the
-- account of the strategy, which speaks of many targets, the clause tells both, where its sentence
-- names the year.
with targets as (
    select
        tax_id,
        report_year,
        'mid_term_target' as subject_code,
        stated_pct,
        target_year
    from {{ ref('int_climate_score__list_target') }}
    union
    select
        tax_id,
        report_year,
        unnest(['renewable_target', 'saving_target', 'annual_saving_target']) as subject_code,
        unnest([renewable_target, saving_target, annual_saving_target]) as stated_pct,
        unnest([renewable_target_year, null, null]) as target_year
    from {{ ref('int_climate_score__report_fields') }}
),

sentences as (
    select
        target.*,
        topic.pattern as topic_pattern,
        format('{:g}', target.stated_pct) as pct_text,
        '(^|[^0-9.])' || replace(pct_text, '.', '[.]')
        || case when contains(pct_text, '.') then '0*' else '([.]0+)?' end || '[%％]'
            as pct_pattern,
        field.field_code,
        field.field_code = 'strategy' as is_strategy,
        -- figures of single plants in brackets: "6% (小港廠5.1%、嘉興廠3.2%)"
        unnest(regexp_split_to_array(
            regexp_replace(
                lower(regexp_replace(
                    case when is_strategy then field.value_text else field.note end,
                    '\s', '', 'g'
                )),
                '[（(][^（）()]*[%％][^（）()]*[)）]', '', 'g'
            ),
            '[。；;]'
        )) as sentence_text
    from targets as target
    left join {{ ref('rule_report_wording') }} as topic
        on topic.wording_code = 'strategy_on_' || target.subject_code
    inner join {{ ref('int_disclosures__field') }} as field
        on field.tax_id = target.tax_id
            and field.report_year = target.report_year
            and (
                starts_with(field.field_code, target.subject_code)
                or (field.field_code = 'strategy' and topic.pattern is not null)
            )
),

clauses as (
    select
        *,
        list_filter(
            string_split(sentence_text, '，'), clause -> regexp_matches(clause, pct_pattern)
        )[1] as clause_text
    from sentences
    where regexp_matches(sentence_text, pct_pattern)
        and (
            not is_strategy
            or (
                contains(sentence_text, cast(cast(target_year as integer) as varchar))
                and regexp_matches(clause_text, topic_pattern)
            )
        )
),

read as (
    select
        clauses.*,
        wording.dimension_code,
        wording.restriction_code
    from clauses
    inner join {{ ref('rule_target_wording') }} as wording
        on regexp_matches(
                case
                    when wording.dimension_code = 'scope' and not clauses.is_strategy
                        then clauses.sentence_text
                    else clauses.clause_text
                end,
                wording.pattern
            )
            and (
                wording.dimension_code = 'site' or clauses.subject_code = 'mid_term_target'
            )
    qualify row_number() over (
            partition by
                clauses.tax_id, clauses.report_year, clauses.subject_code, clauses.stated_pct,
                clauses.field_code, clauses.sentence_text, wording.dimension_code
            order by wording.priority
        ) = 1
)

select
    tax_id,
    report_year,
    subject_code,
    stated_pct,
    restriction_code,
    field_code,
    sentence_text
from read
where restriction_code is not null
qualify row_number() over (
        partition by tax_id, report_year, subject_code, stated_pct
        order by dimension_code, field_code, sentence_text
    ) = 1
