-- what is odd about targets and pledges: contradictions, restricted scopes, several years in one cell, base years that cannot be
select
    'report_fields' as dataset,
    'DQ30' as rule_code,
    tax_id as entity_key,
    report_year as period,
    indicator_code as column_name,
    null::varchar as raw_value,
    null::varchar as suggested_value,
    'warning' as severity,
    'flag and text contradict each other: ' || status || ' (' || basis || ')' as explanation,
    -- of several releases, the form
    coalesce(
        list_filter(string_split(source_release_key, ' '), word -> word like '%report_fields%')[1],
        string_split(source_release_key, ' ')[1]
    )
        as source_release_key
from {{ ref('int_climate_score__indicator') }}
where flags like '%conflict%'
union all
select
    'report_fields',
    case when flags like '%restricted_scope%' then 'RD01' else 'RD02' end,
    tax_id,
    report_year,
    field_code,
    value_text,
    value_number::integer::varchar,
    'warning',
    case when flags like '%restricted_scope%' then 'holds for a part of the company'
        else 'several years in one cell; the suggested one is used'
    end,
    source_release_key
from {{ ref('int_disclosures__field') }}
where value_kind = 'year' and regexp_matches(flags, 'restricted_scope|multi_valued')
union all
select
    'report_fields',
    'RD03',
    field.tax_id,
    field.report_year,
    'mid_term_base_year',
    field.value_text,
    null,
    'warning',
    case when
            target.base_year >= target.target_year
            then 'the base year is not before the target year ' || target.target_year
        else 'the base year lies after the report year'
    end,
    field.source_release_key
from {{ ref('int_disclosures__field') }} as field
inner join
    {{ ref('int_climate_score__rebase_target') }} as target
    on target.tax_id = field.tax_id and target.report_year = field.report_year
where field.field_code = 'mid_term_base_year'
    and (target.base_year >= target.target_year or target.base_year > field.report_year)
union all
select
    'report_fields',
    'RD05',
    target.tax_id,
    target.report_year,
    'sbt_claimed',
    'TRUE',
    target.sbti_status,
    'warning',
    'the report claims an approved science-based target, the list of the SBTi says '
    || target.sbti_status,
    input.list_release_key
from {{ ref('int_climate_score__rebase_target') }} as target
inner join
    {{ ref('int_climate_score__report_fields') }} as input
    on input.tax_id = target.tax_id and input.report_year = target.report_year
where target.flags like '%sbt_claimed_unconfirmed%'
union all
select
    'disclosure_sheet',
    'RD04',
    tax_id,
    report_year,
    'sbti_status',
    conflict_status,
    sbti_status,
    'warning',
    'the observatory says '
    || conflict_status
    || ', the dashboard of the SBTi '
    || sbti_status
    || '; the dashboard is used',
    source_release_key
from {{ ref('int_climate_score__select_sbti_status') }}
where conflict_status is not null
union all
select
    'report_fields',
    'RD06',
    saving.tax_id,
    saving.report_year,
    'annual_saving_target',
    input.annual_saving_target::varchar || ' %',
    case
        when
            saving.flags like '%cumulative_in_annual_field%'
            then saving.annualised_pct::varchar || ' %'
    end,
    'warning',
    case when
            saving.flags like '%cumulative_in_annual_field%'
            then 'the cumulative target stands in the field of the annual one'
        else 'more than 5 % a year: hardly an annual rate'
    end,
    input.list_release_key
from {{ ref('int_climate_score__annual_saving') }} as saving
inner join
    {{ ref('int_climate_score__report_fields') }} as input
    on input.tax_id = saving.tax_id and input.report_year = saving.report_year
where regexp_matches(saving.flags, 'cumulative_in_annual_field|implausible_annual_rate')
union all
-- 16 % beside a note that works out 0.16 %
select
    'report_fields',
    'DQ30',
    tax_id,
    report_year,
    field_code,
    value_text,
    note_share || ' %',
    'warning',
    'the note beside the figure gives ' || note_share || ' %',
    source_release_key
from (
    select
        *,
        try_cast(regexp_extract(note, '[占佔]比?[約為達]*\s*([0-9]+[.]?[0-9]*)\s*[%％]', 1) as double)
            as note_share
    from {{ ref('int_disclosures__field') }}
    where field_code = 'low_carbon_revenue' and unit_code = 'pct'
)
where note_share > 0 and value_number / note_share not between 0.5 and 2
union all
-- weights are not rescaled: what a fund's securities leave open is cash, or a part that is not published
select
    'etf_holdings',
    'DQ27',
    fund_code,
    year,
    'weight_pct',
    round(sum(weight_pct), 4)::varchar,
    null,
    'warning',
    'the weights of quarter '
    || quarter
    || ' add to '
    || round(sum(weight_pct), 2)
    || ' %, expected 90 to 100.5',
    min(source_release_key)
from {{ ref('int_emissions__link_holding') }}
group by fund_code, year, quarter
having sum(weight_pct) not between 90 and 100.5
