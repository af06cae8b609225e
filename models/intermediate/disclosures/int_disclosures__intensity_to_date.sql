-- emissions and energy of a year spread evenly over its months, over the revenue to date; where the
-- year has none yet, those of the newest year before that has any: a company that left the registry
-- earlier has none
with emissions as (
    select
        emitted.tax_id,
        emitted.year,
        emitted.total_tco2e
    from {{ ref('int_emissions__company_year') }} as emitted
    inner join {{ ref('int_emissions__grade_year') }} as graded
        on graded.year = emitted.year and graded.is_complete
),

energy as (
    select
        stated.tax_id,
        stated.year,
        stated.value as total_energy_gj,
        suspect.tax_id is not null as is_suspect
    from {{ ref('int_disclosures__energy_year') }} as stated
    left join {{ ref('int_disclosures__find_suspects') }} as suspect
        on suspect.tax_id = stated.tax_id
            and suspect.year = stated.year
            and suspect.measure = stated.measure
    where stated.measure = 'total_energy_gj'
),

monthly as (
    select
        stock_code,
        month,
        month_no,
        tax_id,
        cumulated_twd / 1e6 as cumulated_twd1m,
        (
            select max(known.year)
            from emissions as known
            where known.year <= said.year
        ) as emission_year,
        (
            select max(known.year)
            from energy as known
            where known.year <= said.year
        ) as energy_year,
        source_release_key
    from {{ ref('int_disclosures__revenue_month') }} as said
    where tax_id is not null and cumulated_twd > 0
)

select
    monthly.stock_code,
    monthly.month,
    monthly.tax_id,
    monthly.month_no,
    monthly.cumulated_twd1m,
    emissions.year as emission_year,
    emissions.total_tco2e * monthly.month_no / 12 as emissions_to_date_tco2e,
    emissions_to_date_tco2e / monthly.cumulated_twd1m as emission_intensity_tco2e_per_twd1m,
    energy.year as energy_year,
    energy.total_energy_gj * monthly.month_no / 12 as energy_to_date_gj,
    energy_to_date_gj / monthly.cumulated_twd1m as energy_intensity_gj_per_twd1m,
    case
        when energy.year is not null then energy.is_suspect
    end as is_energy_suspect,
    monthly.source_release_key
from monthly
left join emissions
    on emissions.tax_id = monthly.tax_id and emissions.year = monthly.emission_year
left join energy
    on energy.tax_id = monthly.tax_id and energy.year = monthly.energy_year
where emissions.year is not null or energy.year is not null
