-- tonnes are rounded half up to three decimals, TWD cut; years before the fee are charged as if the
-- first rule had been in force
select
    emissions.control_no,
    emissions.year,
    resolved.company_tax_id as tax_id,
    fee.scenario_code,
    emissions.total_tco2e,
    emissions.total_tco2e >= fee.liable_from_tco2e as is_liable,
    {{ chargeable_tco2e('emissions.total_tco2e', 'fee') }} as chargeable_tco2e,
    {{ carbon_fee_twd('chargeable_tco2e', 'fee') }} as fee_twd,
    emissions.year >= fee.valid_from_year as is_in_force,
    coalesce(emissions.industry_code = 'power_and_steam', false) as is_power_plant,
    emissions.source_release_key
from {{ ref('int_emissions__select_as_of') }} as emissions
inner join {{ ref('int_emissions__resolve_tax_id') }} as resolved
    on resolved.tax_id = emissions.tax_id
-- a year that is not complete is charged to nobody
inner join {{ ref('int_emissions__grade_year') }} as graded
    on graded.year = emissions.year and graded.is_complete
-- the rule of the year, or the first one for years before it
inner join {{ ref('rule_carbon_fee') }} as fee
    on emissions.year <= coalesce(fee.valid_to_year, 9999)
qualify row_number() over (
        partition by emissions.control_no, emissions.year, fee.scenario_code
        order by
            emissions.year >= fee.valid_from_year desc, abs(emissions.year - fee.valid_from_year)
    ) = 1
