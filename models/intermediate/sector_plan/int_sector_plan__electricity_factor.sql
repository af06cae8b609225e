with known as (
    select
        definition_code,
        year,
        kgco2e_per_kwh,
        factor_key
    from {{ ref('fac_electricity') }}
    where (definition_code = 'utility_sales' and status = 'projection')
        or (definition_code = 'national' and status = 'target')
),

years as (
    select cast(unnest(range(first_year, last_year + 1)) as integer) as year
    from {{ ref('int_sector_plan__period') }}
)

select
    years.year,
    earlier.definition_code,
    {{ without_noise(
        'case when earlier.year = later.year then earlier.kgco2e_per_kwh else '
        ~ between_points(
            'years.year', 'earlier.year', 'earlier.kgco2e_per_kwh', 'later.year',
            'later.kgco2e_per_kwh'
        ) ~ ' end', 9
    ) }} as kgco2e_per_kwh,
    earlier.year <> later.year as is_interpolated,
    concat_ws(' ', earlier.factor_key, nullif(later.factor_key, earlier.factor_key))
        as electricity_factor_key
from years
inner join known as earlier on earlier.year <= years.year
inner join known as later
    on later.definition_code = earlier.definition_code and later.year >= years.year
qualify row_number() over (
        partition by years.year, earlier.definition_code
        order by earlier.year desc, later.year
    ) = 1
