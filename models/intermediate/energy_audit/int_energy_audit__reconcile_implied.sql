with printed as (
    select * from {{ ref('stg_energy_audit__cell') }}
    where table_ref in ('1.1', '1.2')
),

-- the first growth rate has no level before it: the late columns of 2007 imply one
first_growth as (
    select
        growth.*,
        level.value * share.value / industrial.value as ratio,
        level.half_unit / level.value + share.half_unit / share.value
        + industrial.half_unit / industrial.value as tolerance_ratio
    from printed as growth
    inner join printed as level on level.column_code = 'energy' and level.year = growth.year
    inner join printed as industrial
        on industrial.column_code = 'industrial_energy' and industrial.year = growth.year
    inner join printed as share
        on share.column_code = 'industrial_energy_share' and share.year = growth.year
    where growth.column_code = 'energy_growth' and growth.year = 2008
),

-- both in the year they belong to, one printed row below
denominators as (
    select
        reported.*,
        10000 * industrial.value / gdp.value as ratio,
        industrial.half_unit / industrial.value + gdp.half_unit / gdp.value as tolerance_ratio,
        10000 * industrial.value / industrial_gdp.value as other_ratio,
        industrial.half_unit / industrial.value + industrial_gdp.half_unit / industrial_gdp.value
            as other_tolerance_ratio
    from printed as reported
    inner join printed as industrial
        on industrial.column_code = 'industrial_energy' and industrial.year = reported.year + 1
    inner join printed as gdp on gdp.column_code = 'gdp' and gdp.year = reported.year + 1
    inner join printed as industrial_gdp
        on industrial_gdp.column_code = 'industrial_gdp'
            and industrial_gdp.year = reported.year + 1
    where reported.column_code = 'industrial_intensity'
)

select
    'growth_from_implied_level' as check_code,
    table_ref,
    cell_ref,
    value as reported_value,
    half_unit,
    unit_code,
    ratio - 100 as recomputed_value,
    ratio * tolerance_ratio as input_tolerance,
    'energy / (industrial_energy / industrial_energy_share) of the row of 2008' as formula,
    100 - ratio as alternative_value,
    half_unit + ratio * tolerance_ratio as alternative_tolerance,
    'lost_sign_implied' as explanation_code
from first_growth

union all by name
select
    'denominator_of_header' as check_code,
    table_ref,
    cell_ref,
    value as reported_value,
    half_unit,
    unit_code,
    ratio as recomputed_value,
    ratio * tolerance_ratio as input_tolerance,
    'industrial_energy / gdp, as the header says' as formula,
    other_ratio as alternative_value,
    half_unit + other_ratio * other_tolerance_ratio as alternative_tolerance,
    'header_denominator' as explanation_code
from denominators
