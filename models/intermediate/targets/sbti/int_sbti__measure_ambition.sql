with target as (
    select
        target.*,
        company.sells_fossil_fuel,
        company.sbti_classification,
        -- the target of a report need not be the one that the SBTi classed
        case when company.source_kind_code <> 'report' then class.criterion_code end
            as class_criterion_code,
        {{ named({
            'offset_pct': 'target.counted_pct is null and target.reduction_pct is not null',
            'reduction_pct': 'target.reduction_pct is null',
            'base_year': 'target.base_year is null',
            'target_year': 'target.target_year is null',
            'target_year_after_base_year': 'target.target_year <= target.base_year',
        }) }} as missing_of_rate
    from {{ ref('int_sbti__target') }} as target
    inner join {{ ref('int_sbti__company') }} as company
        on company.company_key = target.company_key
    left join {{ ref('rule_sbti_class') }} as class
        on regexp_matches(company.sbti_classification, class.pattern)
),

criteria as (
    select
        *,
        case
            when method_code = 'unreadable' then 'target_language'
            when kind_code = 'renewable_electricity' then 'renewable_electricity'
            when kind_code = 'long_term' and method_code = 'absolute' then 'long_term_absolute'
            when kind_code = 'long_term' and method_code <> 'sector_intensity'
                then 'long_term_intensity'
            when kind_code = 'long_term' then 's12_sector_pathway'
            when kind_code = 'near_term' and scope_code = 's3' and method_code = 'absolute'
                then 's3_near_term_absolute'
            when kind_code = 'near_term' and scope_code = 's3'
                and method_code in ('physical_intensity', 'economic_intensity')
                then 's3_near_term_intensity'
            when kind_code = 'near_term' and scope_code in ('s1', 's2', 's12', 's123')
                and method_code = 'absolute'
                then 's12_near_term_absolute'
            -- an economic or physical intensity of one's own is no method for scope 1 and 2
            when kind_code = 'near_term' then 's12_sector_pathway'
        end as criterion_code
    from target
)

select
    company_key,
    target_id,
    criterion_code,
    cast(counted_pct as double) as actual_value,
    possible_pct as possible_value,
    base_year,
    target_year,
    case
        when criterion_code = 'target_language' then ['target_language']
        when criterion_code = 's12_sector_pathway' then ['sector_pathway']
        when criterion_code in ('long_term_absolute', 'long_term_intensity')
            then {{ named({'reduction_pct': 'counted_pct is null'}) }}
        when criterion_code = 'renewable_electricity'
            then {{ named({
                'reduction_pct': 'counted_pct is null',
                'target_year': 'target_year is null',
            }) }}
        -- one percentage for all scopes does not tell how far scope 1 and 2 fall, unless it is all
        when scope_code = 's123' and coalesce(counted_pct, 0) < 100
            then list_append(missing_of_rate, 'split_by_scope')
        else missing_of_rate
    end as missing_inputs,
    case when method_code = 'unreadable' then 'the text reads: ' || target_text end as detail,
    {{ named({'revenue_intensity':
        "criterion_code = 's3_near_term_intensity' and metric_code = 'revenue'"}) }} as flags
from criteria
where criterion_code is not null
union all by name
select
    company_key,
    target_id,
    'fossil_fuel_ambition' as criterion_code,
    'official_v1_2' as reading,
    counted_pct as actual_value,
    base_year,
    target_year,
    missing_of_rate as missing_inputs,
    case when method_code <> 'absolute' then 'not_met' end as forced_result,
    case when method_code <> 'absolute' then 'must be absolute' end as detail
from target
where sells_fossil_fuel and covers_category_11 and kind_code = 'near_term'
union all by name
select
    company_key,
    target_id,
    'no_offsets' as criterion_code,
    case when offset_code in ('none', 'renewable_certificates') then 0 else offset_pct end
        as actual_value,
    base_year,
    target_year,
    {{ named({'offset_use': 'offset_code is null'}) }} as missing_inputs,
    case when offset_code in ('offsets', 'avoided_emissions') then 'not_met' end as forced_result,
    offset_code as detail
from target
where kind_code in ('near_term', 'long_term') and method_code <> 'unreadable'
union all by name
-- the class that the SBTi published, against the rate that the words state
select
    company_key,
    target_id,
    class_criterion_code as criterion_code,
    'official_v1_2' as reading,
    counted_pct as actual_value,
    base_year,
    target_year,
    missing_of_rate as missing_inputs,
    'class published by the SBTi: ' || sbti_classification as detail
from target
where kind_code = 'near_term'
    and scope_code = 's12'
    and method_code = 'absolute'
    and class_criterion_code is not null
