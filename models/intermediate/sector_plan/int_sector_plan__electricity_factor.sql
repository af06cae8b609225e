-- factors of grid electricity 2026 to 2030 under each definition. utility_sales is what the plan prints; of the national factor only the targets of
-- 2025 and 2030 are known, and the years between lie on a straight line.
with known as (
    select
        definition_code,
        status,
        year,
        kgco2e_per_kwh,
        factor_key
    from {{ ref('fac_electricity') }}
    where (definition_code = 'utility_sales' and status = 'projection')
        or (definition_code = 'national' and status = 'target')
),

years as (select cast(unnest(range(2026, 2031)) as integer) as year)

select
    years.year,
    earlier.definition_code,
    {{ without_noise('earlier.kgco2e_per_kwh + coalesce((later.kgco2e_per_kwh - earlier.kgco2e_per_kwh) * (years.year - earlier.year)
        / nullif(later.year - earlier.year, 0), 0)', 9) }}
        as kgco2e_per_kwh,
    earlier.year <> later.year as is_interpolated,
    case
        when earlier.year = later.year then earlier.factor_key else
            earlier.factor_key || ' ' || later.factor_key
    end as electricity_factor_key
from years
inner join known as earlier on earlier.year <= years.year
inner join
    known as later
    on later.definition_code = earlier.definition_code and later.year >= years.year
qualify row_number()
        over (
            partition by years.year, earlier.definition_code order by earlier.year desc, later.year
        )
    = 1
