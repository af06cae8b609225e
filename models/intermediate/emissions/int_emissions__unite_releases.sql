-- registry and GHG_P_01 in one shape, every vintage: scopes as reported, or derived and said so, and the rule that a row breaks
with published as (
    select
        'ghg_registry' as dataset, source_release_key, row_number, control_no, year, tax_id, facility_name as facility_name_zh,
        county_name, industry_name as industry_zh,
        direct_tco2e as direct_reported, indirect_tco2e as indirect_reported, total_tco2e as total_reported,
        null::double as co2_t, null::double as ch4_t, null::double as n2o_t, null::double as hfcs_t,
        null::double as pfcs_t, null::double as sf6_t, null::double as nf3_t
    from {{ ref('stg_moenv__ghg_registry') }}
    union all
    select
        'ghg_p_01', source_release_key, row_number, control_no, year, tax_id, company_name,
        county_name, industry_name, direct_tco2e, indirect_tco2e, total_tco2e,
        co2_tco2e, ch4_tco2e, n2o_tco2e, hfcs_tco2e, pfcs_tco2e, sf6_tco2e, nf3_tco2e
    from {{ ref('stg_moenv__ghg_p_01') }}
),

derived as (
    select
        published.*,
        county.county_code,
        release.vintage_date,
        co2_t + ch4_t + n2o_t + hfcs_t + pfcs_t + sf6_t + nf3_t as gases_tco2e,
        coalesce(direct_reported, co2_t + ch4_t + n2o_t + hfcs_t + pfcs_t + sf6_t + nf3_t, total_reported - indirect_reported) as scope1_tco2e,
        case
            when direct_reported is not null then 'reported'
            when co2_t + ch4_t + n2o_t + hfcs_t + pfcs_t + sf6_t + nf3_t is not null then 'sum_of_gases'
            when total_reported - indirect_reported is not null then 'total_minus_indirect'
        end as scope1_basis
    from published
    inner join {{ ref('int_sources__release') }} as release on release.source_release_key = published.source_release_key
    left join {{ ref('ref_county_alias') }} as county on county.name_zh = replace(published.county_name, '台', '臺')
),

judged as (
    select
        *,
        coalesce(indirect_reported, total_reported - scope1_tco2e) as scope2_tco2e,
        case when indirect_reported is not null then 'reported' when total_reported - scope1_tco2e is not null then 'total_minus_direct' end
            as scope2_basis,
        coalesce(total_reported, scope1_tco2e + indirect_reported) as total_tco2e,
        case
            when not coalesce(regexp_full_match(control_no, '[A-Z0-9]{8}'), false) then 'DQ10'
            when year is null or total_reported is null and scope1_tco2e is null then 'DQ20'
            when abs(scope1_tco2e + coalesce(indirect_reported, 0) - total_reported) > 0.02 + 1e-6 then 'DQ18'
            when county_code is null then 'DQ13'
        end as failed_rule
    from derived
)

select
    judged.*,
    -- a decision row puts a quarantined row back in use
    case when decision.decision_code is distinct from 'readmit' then judged.failed_rule end as broken_rule
from judged
left join {{ ref('cor_quarantine_decision') }} as decision
    on decision.source_release_key = judged.source_release_key and decision.row_number = judged.row_number
    and decision.rule_code = judged.failed_rule
