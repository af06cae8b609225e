with emitters as (
    select
        resolved.company_tax_id as tax_id,
        arg_max(emissions.industry_code, emissions.year * 1e12 + emissions.total_tco2e)
            as industry_code,
        max(emissions.year) as last_year
    from {{ ref('int_emissions__select_as_of') }} as emissions
    inner join {{ ref('int_emissions__resolve_tax_id') }} as resolved
        on resolved.tax_id = emissions.tax_id
    group by resolved.company_tax_id
)

select
    coalesce(company.tax_id, emitters.tax_id) as tax_id,
    company.stock_code,
    coalesce(company.name_zh, derived.name_zh) as name_zh,
    company.short_name_zh,
    company.name_en,
    coalesce(company.industry_code, emitters.industry_code) as industry_code,
    company.market_code,
    coalesce(company.parent_tax_id, owner.parent_tax_id) as parent_tax_id,
    coalesce(
        emitters.last_year is not null and emitters.industry_code <> 'power_and_steam', false
    ) as is_manufacturing_emitter,
    case when company.tax_id is null then 'unresolved' else 'known' end as identity_code,
    case
        when company.preference <= 2 then 'market_list'
        when company.tax_id is not null then 'observatory_list'
        else derived.name_source_code
    end as name_source_code,
    coalesce(subject.is_subject_by_rule, false) as is_subject_by_rule,
    coalesce(subject.is_subject_by_company, false) as is_subject_by_company,
    coalesce(subject.is_on_observatory_list, false) as is_on_observatory_list,
    subject.subject_difference_code,
    initiative.sbti_status as initiative_sbti_status,
    initiative.is_re100,
    initiative.is_ev100,
    case when initiative.tax_id is not null then 'same_name' end as initiative_match_code,
    coalesce(company.source_release_key, derived.source_release_key) as source_release_key
from {{ ref('int_emissions__company') }} as company
full join emitters on emitters.tax_id = company.tax_id
left join {{ ref('int_emissions__derive_name') }} as derived
    on derived.tax_id = emitters.tax_id
left join {{ ref('int_disclosures__list_subject') }} as subject
    on subject.tax_id = coalesce(company.tax_id, emitters.tax_id)
left join {{ ref('int_emissions__company_initiative') }} as initiative
    on initiative.tax_id = coalesce(company.tax_id, emitters.tax_id)
left join {{ ref('cor_ownership') }} as owner
    on owner.tax_id = coalesce(company.tax_id, emitters.tax_id) and owner.valid_to is null
