-- registry and GHG_P_01 in one shape, every vintage: scopes as reported, or derived and said so, and the rule that a row breaks
with published as (
    select
        'ghg_registry' as dataset,
        source_release_key,
        row_number,
        control_no,
        year,
        tax_id,
        facility_name as facility_name_zh,
        county_name,
        industry_name as industry_zh,
        direct_tco2e as direct_reported,
        indirect_tco2e as indirect_reported,
        total_tco2e as total_reported,
        null::double as co2_t,
        null::double as ch4_t,
        null::double as n2o_t,
        null::double as hfcs_t,
        null::double as pfcs_t,
        null::double as sf6_t,
        null::double as nf3_t
    from {{ ref('stg_moenv__ghg_registry') }}
    union all
    select
        'ghg_p_01',
        source_release_key,
        row_number,
        control_no,
        year,
        tax_id,
        company_name,
        county_name,
        industry_name,
        direct_tco2e,
        indirect_tco2e,
        total_tco2e,
        co2_tco2e,
        ch4_tco2e,
        n2o_tco2e,
        hfcs_tco2e,
        pfcs_tco2e,
        sf6_tco2e,
        nf3_tco2e
    from {{ ref('stg_moenv__ghg_p_01') }}
),

summed as (
    select
        *,
        co2_t + ch4_t + n2o_t + hfcs_t + pfcs_t + sf6_t + nf3_t as gases_tco2e
    from published
),

derived as (
    select
        summed.*,
        county.county_code,
        release.vintage_date,
        coalesce(
            summed.direct_reported,
            summed.gases_tco2e,
            summed.total_reported - summed.indirect_reported
        ) as scope1_tco2e,
        case
            when summed.direct_reported is not null then 'reported'
            when summed.gases_tco2e is not null then 'sum_of_gases'
            when
                summed.total_reported - summed.indirect_reported is not null
                then 'total_minus_indirect'
        end as scope1_basis
    from summed
    inner join
        {{ ref('int_releases__release') }} as release
        on release.source_release_key = summed.source_release_key
    left join
        {{ ref('ref_county_alias') }} as county
        on county.name_zh = replace(summed.county_name, '台', '臺')
),

scoped as (
    select
        *,
        coalesce(indirect_reported, total_reported - scope1_tco2e) as scope2_tco2e,
        case
            when indirect_reported is not null then 'reported' when
                total_reported - scope1_tco2e is not null
                then 'total_minus_direct'
        end
            as scope2_basis,
        coalesce(total_reported, scope1_tco2e + indirect_reported) as total_tco2e,
        -- how many powers of ten the total lies from the year before and the year after of the same release
        total_reported / nullif(lag(total_reported) over by_year, 0) as ratio_before,
        total_reported / nullif(lead(total_reported) over by_year, 0) as ratio_after
    from derived
    window by_year as (partition by source_release_key, control_no order by year)
),

judged as (
    select
        * exclude (ratio_before, ratio_after),
        case
            when not coalesce(regexp_full_match(control_no, '[A-Z0-9]{8}'), false) then 'DQ10'
            when year is null or total_reported is null and scope1_tco2e is null then 'DQ20'
            when
                abs(scope1_tco2e + coalesce(indirect_reported, 0) - total_reported) > 0.02 + 1e-6
                then 'DQ18'
            when
                {{ is_power_of_ten('ratio_before') }} and {{ is_power_of_ten('ratio_after') }}
                then 'DQ21'
            when county_code is null then 'DQ13'
        end as failed_rule
    from scoped
)

select
    judged.*,
    -- a decision row puts a quarantined row back in use
    case when coalesce(decision.decision_code, 'open') <> 'readmit' then judged.failed_rule end
        as broken_rule
from judged
left join {{ ref('cor_quarantine_decision') }} as decision
    on decision.source_release_key = judged.source_release_key
        and decision.row_number = judged.row_number
        and decision.rule_code = judged.failed_rule
