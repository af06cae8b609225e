-- what the yearbook says of itself and what cannot be: printed values are kept
with rule as (
    select
        max(value) filter (where rule_key = 'yb01:share_jump') as share_jump,
        max(value) filter (where rule_key = 'yb01:quantity_jump') as quantity_jump
    from {{ ref('rule_threshold') }}
    where valid_to_year is null
),

series as (
    select
        *,
        lag(value) over by_year as value_before,
        lead(value) over by_year as value_after
    from {{ ref('stg_energy_audit__cell') }}
    where layout_code in ('3.x-1', '3.x-2') and industry_code <> 'all_users'
    window by_year as (partition by table_ref, column_code order by year)
),

out_of_series as (
    select
        series.*,
        'YB01' as rule_code,
        case
            when series.unit_code = 'pct'
                then cast(round((series.value_before + series.value_after) / 2, 1) as varchar)
        end as suggested_value,
        format(
            '{:g} in {}, {:g} in {}, {:g} in {}',
            series.value_before, series.year - 1, series.value, series.year,
            series.value_after, series.year + 1
        ) as explanation
    from series
    cross join rule
    -- greatest() and least() pass over a year that is not there
    where series.value_before is not null and series.value_after is not null
        and case
            when series.unit_code = 'pct'
                then abs(series.value - series.value_before) > rule.share_jump
                    and abs(series.value - series.value_after) > rule.share_jump
                    and (series.value > series.value_before) = (series.value > series.value_after)
            else
                series.value
                > rule.quantity_jump * greatest(series.value_before, series.value_after)
                or rule.quantity_jump * series.value
                < least(series.value_before, series.value_after)
        end
),

statements as (
    select
        *,
        measure_code as column_code
    from {{ ref('stg_energy_audit__statement') }}
),

-- the rule is the same for every type of user
cap as (
    select
        valid_from_year,
        valid_to_year,
        max(cap_pct) as cap_pct
    from {{ ref('rule_heat_saving') }}
    group by valid_from_year, valid_to_year
),

found as (
    select * from out_of_series
    union all by name
    select
        paper.*,
        'YB02' as rule_code,
        cast(null as varchar) as suggested_value,
        'the white paper of ' || paper.printed_text || ' follows a guideline of '
        || guideline.printed_text as explanation
    from statements as paper
    inner join statements as guideline on guideline.cell_ref = 'foreword:guideline_year'
    where paper.cell_ref = 'foreword:white_paper_year' and paper.value < guideline.value
    union all by name
    select
        footnote.*,
        'YB03' as rule_code,
        format('{:g}%', cap.cap_pct) as suggested_value,
        format(
            'the footnote takes heat measures off up to {} of electricity, the rule recognises {:g}'
            || ' %; or it means the saving target of 1 %', footnote.printed_text, cap.cap_pct
        ) as explanation
    from statements as footnote
    inner join cap
        on footnote.year between cap.valid_from_year and cap.valid_to_year
            and footnote.value <> cap.cap_pct
    where footnote.measure_code = 'heat_saving_share'
)

select
    'energy_audit_2022' as dataset,
    rule_code,
    cell_ref as entity_key,
    year as period,
    column_code as column_name,
    printed_text as raw_value,
    suggested_value,
    'warning' as severity,
    explanation,
    source_release_key
from found
