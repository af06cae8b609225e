select
    industry_code,
    year,
    annual_benefit_twd,
    investment_twd,
    benefit_cell_ref,
    investment_cell_ref,
    source_release_key
from {{ ref('int_energy_audit__value_saving') }}
