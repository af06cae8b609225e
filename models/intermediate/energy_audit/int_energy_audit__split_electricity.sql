select
    shares.industry_code,
    shares.year,
    shares.column_code as end_use_code,
    shares.value as share_pct,
    {{ without_noise('shares.value / 100 * electricity.quantity') }} as electricity_kwh,
    shares.cell_ref,
    electricity.cell_ref as electricity_cell_ref,
    shares.source_release_key
from {{ ref('stg_energy_audit__cell') }} as shares
inner join {{ ref('int_energy_audit__convert_quantity') }} as electricity
    on electricity.flow_code = 'used' and electricity.fuel_code = 'electricity'
        and electricity.industry_code = shares.industry_code and electricity.year = shares.year
where shares.layout_code = '3.x-2' and shares.industry_code <> 'all_users'
