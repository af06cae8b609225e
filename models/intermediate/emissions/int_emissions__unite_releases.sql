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
        total_tco2e as total_reported
    from {{ ref('stg_moenv__ghg_registry') }}

    union all by name
    select
        'ghg_p_01' as dataset,
        source_release_key,
        row_number,
        control_no,
        year,
        tax_id,
        company_name as facility_name_zh,
        county_name,
        industry_code_raw as industry_class_code,
        industry_name as industry_zh,
        direct_tco2e as direct_reported,
        indirect_tco2e as indirect_reported,
        total_tco2e as total_reported,
        co2_tco2e as co2_t,
        ch4_tco2e as ch4_t,
        n2o_tco2e as n2o_t,
        hfcs_tco2e as hfcs_t,
        pfcs_tco2e as pfcs_t,
        sf6_tco2e as sf6_t,
        nf3_tco2e as nf3_t
    from {{ ref('stg_moenv__ghg_p_01') }}
),

derived as (
    select
        *,
        co2_t + ch4_t + n2o_t + hfcs_t + pfcs_t + sf6_t + nf3_t as gases_tco2e,
        coalesce(direct_reported, gases_tco2e, total_reported - indirect_reported) as scope1_tco2e,
        case
            when direct_reported is not null then 'reported'
            when gases_tco2e is not null then 'sum_of_gases'
            when scope1_tco2e is not null then 'total_minus_indirect'
        end as scope1_basis,
        coalesce(indirect_reported, total_reported - scope1_tco2e) as scope2_tco2e,
        case
            when indirect_reported is not null then 'reported'
            when scope2_tco2e is not null then 'total_minus_direct'
        end as scope2_basis,
        coalesce(total_reported, scope1_tco2e + indirect_reported) as total_tco2e,
        -- within one release, so that a restatement is no jump
        total_reported / nullif(lag(total_reported) over by_year, 0) as ratio_before,
        total_reported / nullif(lead(total_reported) over by_year, 0) as ratio_after
    from published
    window by_year as (partition by source_release_key, control_no order by year)
),

placed as (
    select
        derived.*,
        county.county_code,
        release.vintage_date,
        rule.dq18_tolerance_tco2e,
        rule.dq21_min_power,
        rule.dq21_tolerance_ratio
    from derived
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = derived.source_release_key
    left join {{ ref('ref_county_alias') }} as county
        on county.name_zh = replace(derived.county_name, '台', '臺')
    left join {{ ref('int_emissions__rule_in_force') }} as rule on rule.year = derived.year
),

graded as (
    select
        * exclude (
            ratio_before, ratio_after, dq18_tolerance_tco2e, dq21_min_power, dq21_tolerance_ratio
        ),
        case
            when not coalesce(regexp_full_match(control_no, '[A-Z0-9]{8}'), false) then 'DQ10'
            when year is null or total_reported is null and scope1_tco2e is null then 'DQ20'
            -- the last term: binary fractions of printed decimals
            when
                abs(scope1_tco2e + coalesce(indirect_reported, 0) - total_reported)
                > dq18_tolerance_tco2e + 1e-6
                then 'DQ18'
            when
                {{ is_power_of_ten('ratio_before', 'dq21_min_power', 'dq21_tolerance_ratio') }}
                and {{ is_power_of_ten('ratio_after', 'dq21_min_power', 'dq21_tolerance_ratio') }}
                then 'DQ21'
            when county_code is null then 'DQ13'
        end as failed_rule
    from placed
)

select
    graded.*,
    -- a decision row puts a quarantined row back in use
    case when coalesce(decision.decision_code, 'open') <> 'readmit' then graded.failed_rule end
        as broken_rule
from graded
left join {{ ref('cor_quarantine_decision') }} as decision
    on decision.source_release_key = graded.source_release_key
        and decision.row_number = graded.row_number
        and decision.rule_code = graded.failed_rule
