-- how far the targets go: one row per target and criterion, the reduction that counts beside the years it takes
with target as (
    select
        target.*,
        company.sells_fossil_fuel,
        -- the target of a report need not be the one that the SBTi classed
        case when company.input_code <> 'report' then company.sbti_classification end
            as sbti_classification,
        nullif(concat_ws(
            ' ',
            case
                when
                    target.counted_pct is null and target.reduction_pct is not null
                    then 'offset_pct'
            end,
            case when target.reduction_pct is null then 'reduction_pct' end,
            case when target.base_year is null then 'base_year' end,
            case when target.target_year is null then 'target_year' end,
            case when target.target_year <= target.base_year then 'target_year_after_base_year' end
        ), '') as missing_of_rate
    from {{ ref('int_sbti__target') }} as target
    inner join {{ ref('int_sbti__company') }} as company on company.company_key = target.company_key
),

criteria as (
    select
        *,
        case
            when method_code = 'unreadable' then 'target_language'
            when kind_code = 'renewable_electricity' then 'renewable_electricity'
            when
                kind_code = 'near_term'
                and scope_code in ('s12', 's123')
                and method_code = 'absolute'
                then 's12_near_term_absolute'
            when
                kind_code in ('near_term', 'long_term') and method_code = 'sector_intensity'
                then 's12_sector_pathway'
            when
                kind_code = 'near_term' and scope_code = 's3' and method_code = 'absolute'
                then 's3_near_term_absolute'
            when kind_code = 'near_term'
                and method_code in ('physical_intensity', 'economic_intensity')
                and scope_code = 's3'
                then 's3_near_term_intensity'
            -- an economic or physical intensity of one's own is no method for scope 1 and 2
            when kind_code = 'near_term' then 's12_sector_pathway'
            when kind_code = 'long_term' and method_code = 'absolute' then 'long_term_absolute'
            when kind_code = 'long_term' then 'long_term_intensity'
        end as criterion_code
    from target
)

select
    company_key,
    target_id,
    criterion_code,
    cast(null as varchar) as reading,
    cast(counted_pct as double) as actual_value,
    base_year,
    target_year,
    case
        when criterion_code = 'target_language' then 'target_language'
        when criterion_code = 's12_sector_pathway' then 'sector_pathway'
        when
            criterion_code in ('long_term_absolute', 'long_term_intensity') and counted_pct is null
            then 'reduction_pct'
        when criterion_code in ('long_term_absolute', 'long_term_intensity') then null
        when criterion_code = 'renewable_electricity'
            then nullif(concat_ws(
                    ' ', case when counted_pct is null then 'reduction_pct' end,
                    case when target_year is null then 'target_year' end
                ), '')
        -- one percentage for all scopes does not tell how far scope 1 and 2 fall, unless it is all
        when
            scope_code = 's123' and coalesce(counted_pct, 0) < 100
            then concat_ws(' ', missing_of_rate, 'split_by_scope')
        else missing_of_rate
    end as missing,
    cast(null as varchar) as forced_result,
    case when method_code = 'unreadable' then 'the text reads: ' || target_text end as detail,
    case
        when
            criterion_code = 's3_near_term_intensity' and metric_code = 'revenue'
            then 'revenue_intensity'
    end as flags
from criteria
where criterion_code is not null
union all
select
    company_key,
    target_id,
    'fossil_fuel_ambition',
    'official_v1_2',
    counted_pct,
    base_year,
    target_year,
    missing_of_rate,
    case when method_code <> 'absolute' then 'fail' end,
    case when method_code <> 'absolute' then 'must be absolute' end,
    null
from target
where sells_fossil_fuel and covers_category_11 and kind_code = 'near_term'
union all
select
    company_key,
    target_id,
    'no_offsets',
    null,
    case when offset_code in ('none', 'renewable_certificates') then 0 else offset_pct end,
    base_year,
    target_year,
    case when offset_code is null then 'offset_use' end,
    case when offset_code in ('offsets', 'avoided_emissions') then 'fail' end,
    offset_code,
    null
from target
where kind_code in ('near_term', 'long_term') and method_code <> 'unreadable'
union all
-- the class that the SBTi published, against the rate that the words state
select
    company_key,
    target_id,
    case
        when sbti_classification like '1.5%' then 'classification_1_5c' else
            'classification_well_below_2c'
    end,
    'official_v1_2',
    counted_pct,
    base_year,
    target_year,
    missing_of_rate,
    null,
    'class published by the SBTi: ' || sbti_classification,
    null
from target
where kind_code = 'near_term'
    and scope_code = 's12'
    and method_code = 'absolute'
    and regexp_matches(sbti_classification, '^(1[.]5|Well-below 2)')
