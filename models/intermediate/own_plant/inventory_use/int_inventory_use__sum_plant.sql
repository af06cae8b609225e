-- what the carbon fee is charged on, by plant and year: direct emissions and electricity, not
-- steam, scope 3 or the CO2 of biomass
with plant as (
    select
        source_kind_code,
        organisation_id,
        facility_id,
        year,
        {{ without_noise("coalesce(sum(tco2e) filter (where scope_code = 'scope1'), 0)") }}
            as scope1_tco2e,
            -- certificates of a plant cannot make its electricity less than none
        {{ without_noise(
            'greatest(coalesce(sum(market_based_tco2e) filter (where '
            ~ is_electricity() ~ '), 0), 0)'
        ) }}
            as electricity_tco2e,
        {{ without_noise("coalesce(sum(tco2e) filter (where " ~ is_electricity() ~ "), 0)") }}
            as grid_electricity_tco2e,
        {{ distinct_words("string_agg(distinct source_release_key, ' ')") }} as source_release_key
    from {{ ref('int_inventory__line') }}
    -- the lines of fct_inventory_line
    where gwp_set = '{{ declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) }}'
        and factor_choice_code = 'by_year'
    group by source_kind_code, organisation_id, facility_id, year
)

select
    source_kind_code,
    organisation_id,
    facility_id,
    year,
    scope1_tco2e,
    electricity_tco2e,
    {{ without_noise('grid_electricity_tco2e - electricity_tco2e') }} as left_out_electricity_tco2e,
    {{ without_noise('scope1_tco2e + electricity_tco2e') }} as emissions_tco2e,
    source_release_key
from plant
