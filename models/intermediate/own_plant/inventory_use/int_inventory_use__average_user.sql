-- emissions of an industry's average audited user in the last year of the yearbook, at the factors
-- of an estimate's year
select
    factor.year,
    used.industry_code,
    used.year as average_year,
    {{ without_noise('sum(used.quantity * factor.tco2e_per_unit) / any_value(users.user_count)') }}
        as tco2e_per_user
from {{ ref('int_energy_audit__convert_quantity') }} as used
inner join {{ ref('int_energy_audit__rebuild_total') }} as users
    on users.industry_code = used.industry_code and users.year = used.year
inner join
    {{ ref('int_inventory_use__choose_factor') }} as factor
    on factor.fuel_code = used.fuel_code
where used.flow_code = 'used'
    and used.year
    = (select max(newest.year) from {{ ref('int_energy_audit__rebuild_total') }} as newest)
group by factor.year, used.industry_code, used.year
