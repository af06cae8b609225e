-- what the reported measures of an industry brought and cost in a year: printed in 10^8 TWD
select
    benefit.industry_code,
    benefit.year,
    {{ without_noise('benefit.value * units.to_base_factor') }} as annual_benefit_twd,
    {{ without_noise('investment.value * units.to_base_factor') }} as investment_twd,
    benefit.cell_ref as benefit_cell_ref,
    investment.cell_ref as investment_cell_ref,
    benefit.source_release_key
from {{ ref('stg_energy_audit__cell') }} as benefit
inner join {{ ref('stg_energy_audit__cell') }} as investment
    on investment.table_ref = benefit.table_ref
        and investment.row_label = benefit.row_label
        and investment.column_code = 'investment'
        and investment.unit_code = benefit.unit_code
inner join {{ ref('ref_unit') }} as units on units.unit_code = benefit.unit_code
where benefit.layout_code = '3.x-3'
    and benefit.industry_code <> 'all_users'
    and benefit.column_code = 'annual_benefit'
