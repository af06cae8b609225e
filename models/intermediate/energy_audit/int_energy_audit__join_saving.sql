select
    saved.industry_code,
    saved.year,
    saved.fuel_code,
    saved.quantity as saved_quantity,
    saved.unit_code,
    saved.energy_gj as saved_gj,
    saved.energy_book_gj as saved_book_gj,
    used.quantity as used_quantity,
    used.energy_book_gj as used_book_gj,
    rate.value as saving_rate_pct_reported,
    -- nothing saved and nothing used has no rate
    100 * saved.quantity / nullif(saved.quantity + used.quantity, 0) as saving_rate_pct_recomputed,
    saved.heating_value_key,
    saved.cell_ref,
    rate.cell_ref as rate_cell_ref,
    saved.source_release_key
from {{ ref('int_energy_audit__convert_quantity') }} as saved
inner join {{ ref('int_energy_audit__convert_quantity') }} as used
    on used.flow_code = 'used' and used.fuel_code = saved.fuel_code
        and used.industry_code = saved.industry_code and used.year = saved.year
inner join {{ ref('stg_energy_audit__cell') }} as rate
    on rate.layout_code = '3.x-4' and rate.column_code = saved.fuel_code
        and rate.industry_code = saved.industry_code and rate.year = saved.year
where saved.flow_code = 'saved'
