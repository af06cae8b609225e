with known as (
    select
        *,
        row_number()
            over (
                partition by dataset, control_no, year
                order by vintage_date desc, source_release_key desc
            )
            as newness
    from {{ ref('int_emissions__unite_releases') }}
    where broken_rule is null and vintage_date <= cast('{{ var("as_of_date") }}' as date)
),

latest as (
    select
        *,
        row_number()
            over (partition by control_no, year order by vintage_date desc, dataset desc)
            as preference
    from known
    where newness = 1
)

select
    chosen.control_no,
    chosen.year,
    chosen.tax_id,
    chosen.facility_name_zh,
    chosen.county_code,
    chosen.county_name as county_as_published,
    case
        when chosen.industry_zh is null then gases.industry_class_code
        else chosen.industry_class_code
    end as industry_class_code,
    coalesce(chosen.industry_zh, gases.industry_zh) as industry_zh,
    chosen.scope1_tco2e,
    chosen.scope1_basis,
    chosen.scope2_tco2e,
    chosen.scope2_basis,
    chosen.total_tco2e,
    gases.co2_t,
    gases.ch4_t,
    gases.n2o_t,
    gases.hfcs_t,
    gases.pfcs_t,
    gases.sf6_t,
    gases.nf3_t,
    gases.source_release_key as gases_source_release_key,
    chosen.dataset,
    chosen.source_release_key,
    chosen.row_number
from latest as chosen
left join latest as gases
    on gases.control_no = chosen.control_no
        and gases.year = chosen.year
        and gases.dataset = 'ghg_p_01'
where chosen.preference = 1
