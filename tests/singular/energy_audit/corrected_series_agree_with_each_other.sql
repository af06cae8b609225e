-- what the corrections are for: growth follows the levels, productivity follows GDP and energy
with series as (
    select
        year,
        growth_pct_energy,
        growth_pct_gdp,
        growth_pct_industrial_energy,
        growth_pct_industrial_gdp,
        100 * (energy_gj / lag(energy_gj) over by_year - 1) as energy,
        100 * (gdp_twd1m / lag(gdp_twd1m) over by_year - 1) as gdp,
        100
        * (industrial_energy_gj / lag(industrial_energy_gj) over by_year - 1) as industrial_energy,
        100 * (industrial_gdp_twd1m / lag(industrial_gdp_twd1m) over by_year - 1) as industrial_gdp,
        productivity_twd_per_loe,
        -- 37.6812 MJ per litre of oil equivalent
        gdp_twd1m * 1e6 / (energy_gj * 1000 / 37.6812) as productivity,
        industrial_productivity_twd_per_loe,
        industrial_gdp_twd1m
        * 1e6
        / (industrial_energy_gj * 1000 / 37.6812) as industrial_productivity
    from {{ ref('ind_national_energy') }}
    window by_year as (order by year)
)

-- energies are printed to 10^4 kLOE (1 in 2,400): 0.05 points of growth, 0.1 of productivity
select
    'ind_national_energy, '
    || year
    || ': growth or productivity does not follow from the levels' as problem,
    *
from series
where abs(growth_pct_energy - energy) > 0.05
    or abs(growth_pct_gdp - gdp) > 0.05
    or abs(growth_pct_industrial_energy - industrial_energy) > 0.05
    or abs(growth_pct_industrial_gdp - industrial_gdp) > 0.05
    or abs(productivity_twd_per_loe - productivity) > 0.1
    or abs(industrial_productivity_twd_per_loe - industrial_productivity) > 0.1
