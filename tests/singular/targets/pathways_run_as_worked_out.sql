-- 1000 at 4.2 % of the base a year: 580 in 2030, 2021 to 2030 add to 10,000 - 42 x 55 = 7,690,
-- nothing is left from 2044 on. 50 % from 2020 to 2035 leaves 66.67 in 2030.
-- (2.0 - 0.2) x (1.0 - 0.2) / (1.5 - 0.2) + 0.2 = 1.3077. 580 to 0: 290 in 2040.
-- 1000 x 0.58^0.5 = 761.577 half way at a constant rate.
with worked (path_code, year, value, cumulative_value) as (
    values
    ('linear_4_2', 2030, 580.0, 7690.0),
    ('linear_4_2', 2044, 0.0, 11408.0),
    ('half_by_2035', 2030, 66.666667, 816.666667),
    ('convergence', 2030, 1.307692, 16.192308),
    ('same_rate', 2025, 761.577311, null),
    ('two_steps', 2040, 290.0, 11895.0)
)

select
    format(
        'reference_pathway, {} {}: {} (sum {}), worked out {}',
        worked.path_code, worked.year, coalesce(found.value::varchar, 'no value'),
        coalesce(found.cumulative_value::varchar, 'none'), worked.value
    ) as problem
from worked
left join {{ ref('reference_pathway') }} as found
    on found.path_code = worked.path_code and found.year = worked.year
where found.value is null or abs(found.value - worked.value) > 1e-6
    or (
        worked.cumulative_value is not null
        and abs(found.cumulative_value - worked.cumulative_value) > 1e-5
    )
