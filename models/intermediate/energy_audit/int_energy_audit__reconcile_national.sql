with printed as (
    select
        table_ref,
        year,
        column_code,
        cell_ref,
        value,
        half_unit,
        unit_code
    from {{ ref('stg_energy_audit__cell') }}
    where table_ref in ('1.1', '1.2')
),

-- every derived column as 100, 0.1 or 1000 x numerator / denominator, and the row (year offset) its inputs are read from
derived (
    check_code,
    column_code,
    factor,
    top,
    top_offset,
    bottom,
    bottom_offset,
    subtract,
    alt_top_offset,
    alt_bottom_offset,
    explanation_code
) as (
    values
    ('growth', 'energy_growth', 100, 'energy', 0, 'energy', -1, 100, null, null, 'lost_sign'),
    ('growth', 'gdp_growth', 100, 'gdp', 0, 'gdp', -1, 100, null, null, 'lost_sign'),
    (
        'growth',
        'industrial_energy_growth',
        100,
        'industrial_energy',
        0,
        'industrial_energy',
        -1,
        100,
        null,
        null,
        'lost_sign'
    ),
    (
        'growth',
        'industrial_gdp_growth',
        100,
        'industrial_gdp',
        0,
        'industrial_gdp',
        -1,
        100,
        null,
        null,
        'lost_sign'
    ),
    (
        'share',
        'industrial_energy_share',
        100,
        'industrial_energy',
        0,
        'energy',
        0,
        0,
        0,
        -1,
        'year_late'
    ),
    ('share', 'industrial_gdp_share', 100, 'industrial_gdp', 0, 'gdp', 0, 0, null, null, null),
    -- million TWD / 10^4 kLOE = 0.1 TWD/LOE; 10^4 kLOE / million TWD = 10^4 LOE per 10^3 TWD
    ('productivity', 'productivity', 0.1, 'gdp', 0, 'energy', 0, 0, 1, 0, 'year_late'),
    ('intensity', 'intensity', 10000, 'energy', 0, 'gdp', 0, 0, 0, 1, 'year_late'),
    (
        'productivity',
        'industrial_productivity',
        0.1,
        'industrial_gdp',
        0,
        'industrial_energy',
        0,
        0,
        1,
        1,
        'year_late'
    ),
    (
        'intensity',
        'industrial_intensity',
        10000,
        'industrial_energy',
        0,
        'industrial_gdp',
        0,
        0,
        1,
        1,
        'year_late'
    ),
    ('inverse', 'intensity', 1000, 'one', 0, 'productivity', 0, 0, null, null, null),
    (
        'inverse',
        'industrial_intensity',
        1000,
        'one',
        0,
        'industrial_productivity',
        0,
        0,
        null,
        null,
        null
    )
),

inputs as (
    select
        year,
        column_code,
        value,
        half_unit
    from printed
    union all
    select distinct
        year,
        'one',
        1,
        0
    from printed
),

computed as (
    select
        derived.check_code,
        derived.explanation_code,
        reported.*,
        derived.subtract,
        derived.factor * top.value / bottom.value as ratio,
        derived.factor
        * top.value
        / bottom.value
        * (top.half_unit / top.value + bottom.half_unit / bottom.value) as ratio_tolerance,
        derived.factor * alt_top.value / alt_bottom.value as alt_ratio,
        derived.factor * alt_top.value / alt_bottom.value
        * (alt_top.half_unit / alt_top.value + alt_bottom.half_unit / alt_bottom.value)
            as alt_tolerance,
        derived.top || ' / ' || derived.bottom as formula
    from derived
    inner join printed as reported on reported.column_code = derived.column_code
    inner join
        inputs as top
        on top.column_code = derived.top and top.year = reported.year + derived.top_offset
    inner join
        inputs as bottom
        on bottom.column_code = derived.bottom
            and bottom.year = reported.year + derived.bottom_offset
    left join
        inputs as alt_top
        on alt_top.column_code = derived.top
            and alt_top.year = reported.year + derived.alt_top_offset
    left join
        inputs as alt_bottom
        on alt_bottom.column_code = derived.bottom
            and alt_bottom.year = reported.year + derived.alt_bottom_offset
)

select
    check_code,
    table_ref,
    cell_ref,
    value as reported_value,
    half_unit,
    unit_code,
    ratio - subtract as recomputed_value,
    ratio_tolerance as input_tolerance,
    formula,
    case when explanation_code = 'lost_sign' then -(ratio - subtract) else alt_ratio end
        as alternative_value,
    half_unit
    + case when explanation_code = 'lost_sign' then ratio_tolerance else alt_tolerance end
        as alternative_tolerance,
    explanation_code
from computed
union all
-- the first growth rate has no level before it; the late block prints industrial energy and its share of 2007, which imply one
select
    'growth_from_implied_level',
    growth.table_ref,
    growth.cell_ref,
    growth.value,
    growth.half_unit,
    growth.unit_code,
    100 * (level.value * share.value / 100 / industrial.value - 1),
    level.value * share.value / industrial.value
    * (
        level.half_unit / level.value
        + share.half_unit / share.value
        + industrial.half_unit / industrial.value
    ),
    'energy / (industrial_energy / industrial_energy_share) of the row of 2008',
    -100 * (level.value * share.value / 100 / industrial.value - 1),
    growth.half_unit + level.value * share.value / industrial.value
    * (
        level.half_unit / level.value
        + share.half_unit / share.value
        + industrial.half_unit / industrial.value
    ),
    'lost_sign_implied'
from printed as growth
inner join printed as level on level.column_code = 'energy' and level.year = growth.year
inner join
    printed as industrial
    on industrial.column_code = 'industrial_energy' and industrial.year = growth.year
inner join
    printed as share
    on share.column_code = 'industrial_energy_share' and share.year = growth.year
where growth.column_code = 'energy_growth' and growth.year = 2008
union all
-- the header of the last column of 1.2 divides by national GDP; alternative: industrial GDP; both in the year they belong to
select
    'denominator_of_header',
    reported.table_ref,
    reported.cell_ref,
    reported.value,
    reported.half_unit,
    reported.unit_code,
    10000 * industrial.value / gdp.value,
    10000
    * industrial.value
    / gdp.value
    * (industrial.half_unit / industrial.value + gdp.half_unit / gdp.value),
    'industrial_energy / gdp, as the header says',
    10000 * industrial.value / industrial_gdp.value,
    reported.half_unit + 10000 * industrial.value / industrial_gdp.value
    * (industrial.half_unit / industrial.value + industrial_gdp.half_unit / industrial_gdp.value),
    'header_denominator'
from printed as reported
inner join
    printed as industrial
    on industrial.column_code = 'industrial_energy' and industrial.year = reported.year + 1
inner join printed as gdp on gdp.column_code = 'gdp' and gdp.year = reported.year + 1
inner join
    printed as industrial_gdp
    on industrial_gdp.column_code = 'industrial_gdp' and industrial_gdp.year = reported.year + 1
where reported.column_code = 'industrial_intensity'
