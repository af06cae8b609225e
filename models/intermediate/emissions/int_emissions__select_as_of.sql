select
    chosen.control_no,
    chosen.year,
    owner.tax_id,
    chosen.tax_id as registered_tax_id,
    chosen.facility_name_zh,
    chosen.county_code,
    chosen.county_as_published,
    chosen.industry_class_code,
    chosen.industry_zh,
    industry.industry_code,
    industry.industry_basis,
    coalesce(industry.is_manufacturing, false) as is_manufacturing,
    chosen.scope1_tco2e,
    chosen.scope1_basis,
    chosen.scope2_tco2e,
    chosen.scope2_basis,
    chosen.total_tco2e,
    chosen.co2_t,
    chosen.ch4_t,
    chosen.n2o_t,
    chosen.hfcs_t,
    chosen.pfcs_t,
    chosen.sf6_t,
    chosen.nf3_t,
    chosen.gases_source_release_key,
    chosen.dataset,
    chosen.source_release_key,
    chosen.row_number
from {{ ref('int_emissions__choose_vintage') }} as chosen
inner join {{ ref('int_emissions__map_industry') }} as industry
    on industry.industry_zh is not distinct from chosen.industry_zh
        and industry.industry_class_code is not distinct from chosen.industry_class_code
-- a plant without an owner has none to settle
left join {{ ref('int_emissions__settle_owner') }} as owner
    on owner.control_no = chosen.control_no and owner.year = chosen.year
