-- scope 1 and 2 of a plant from its energy, and its place among the audited users of its industry
with summed as (
    select
        source_release_key as estimate_release_key,
        row_number as estimate_row,
        {{ without_noise("coalesce(sum(tco2e) filter (where scope_code = 'scope1'), 0)") }}
            as scope1_tco2e,
        {{ without_noise("coalesce(sum(tco2e) filter (where scope_code = 'scope2'), 0)") }}
            as scope2_tco2e,
        {{ without_noise('sum(tco2e)') }} as total_tco2e,
        {{ without_noise('sum(energy_gj)') }} as energy_gj,
        {{ without_noise('sum(book_gj)') }} as book_energy_gj,
        {{ without_noise('sum(tco2e) filter (where is_in_yearbook)') }} as compared_tco2e,
        coalesce(sum(book_gj) filter (where fuel_code = 'electricity'), 0) as electricity_book_gj,
        string_agg(factor_vintage || ':' || fuel_code, ' ' order by fuel_code)
            as factor_vintages_text,
        string_agg(emission_factor_key, ' ' order by fuel_code) as emission_factor_key,
        string_agg(heating_value_key, ' ' order by fuel_code) as heating_value_key,
        any_value(gwp_set) as gwp_set,
        bool_or(is_earlier_factor and scope_code = 'scope2') as is_earlier_grid_factor,
        bool_or(is_earlier_factor and scope_code = 'scope1') as is_earlier_fuel_factor,
        bool_or(is_earlier_heating_value) as is_earlier_heating_value,
        bool_or(not is_in_yearbook) as has_diesel
    from {{ ref('int_inventory_use__estimate_energy') }}
    group by source_release_key, row_number
),

compared as (
    select
        stated.*,
        summed.*,
        average.average_year,
        -- fuel and the power made of it: such an average would flatter every plant beside it
        case when industry.emission_basis <> 'fuels_exceed_total' then average.tco2e_per_user end
            as average_tco2e,
        industry.user_count,
        industry.energy_gj_per_user,
        industry.scope1_2_tco2e / industry.user_count as published_tco2e_per_user,
        industry.electricity_share_pct as industry_electricity_share_pct,
        industry.emission_basis,
        {{ without_noise('summed.book_energy_gj / industry.energy_gj_per_user', 9) }}
            as energy_to_average_ratio,
        {{ without_noise('summed.compared_tco2e / average_tco2e', 9) }} as tco2e_to_average_ratio,
        fee.liable_from_tco2e
    from {{ ref('int_inventory_use__read_quick_estimate') }} as stated
    inner join
        summed
        on summed.estimate_release_key = stated.source_release_key
            and summed.estimate_row = stated.row_number
    inner join {{ ref('int_inventory_use__average_user') }} as average
        on average.industry_code = stated.industry_code and average.year = stated.year
    inner join {{ ref('ind_industry_energy') }} as industry
        on industry.industry_code = stated.industry_code and industry.year = average.average_year
    -- the threshold of the year, or the first one for years before it
    inner join {{ ref('rule_carbon_fee') }} as fee
        on fee.scenario_code = 'general' and stated.year <= coalesce(fee.valid_to_year, 9999)
    qualify row_number() over (
            partition by stated.source_release_key, stated.row_number
            order by stated.year >= fee.valid_from_year desc, abs(stated.year - fee.valid_from_year)
        ) = 1
)

select
    source_kind_code,
    organisation_id,
    facility_id,
    year,
    industry_code,
    electricity_kwh,
    steam_coal_t,
    fuel_oil_kl,
    diesel_kl,
    natural_gas_m3,
    lpg_t,
    scope1_tco2e,
    scope2_tco2e,
    total_tco2e,
    energy_gj,
    liable_from_tco2e as fee_threshold_tco2e,
    total_tco2e >= liable_from_tco2e as is_at_fee_threshold,
    {{ without_noise('100 * electricity_book_gj / book_energy_gj') }} as electricity_share_pct,
    {{ without_noise('industry_electricity_share_pct') }} as industry_electricity_share_pct,
    average_year,
    user_count as industry_user_count,
    book_energy_gj as compared_energy_gj,
    {{ without_noise('energy_gj_per_user') }} as average_energy_gj_per_user,
    energy_to_average_ratio,
    (
        select max_by(rule.place_code, rule.minimum_ratio)
        from {{ ref('rule_quick_estimate') }} as rule
        where rule.minimum_ratio <= compared.energy_to_average_ratio
    ) as energy_place_code,
    compared_tco2e,
    average_tco2e as average_tco2e_per_user,
    {{ without_noise('published_tco2e_per_user') }} as average_as_published_tco2e_per_user,
    tco2e_to_average_ratio,
    (
        select max_by(rule.place_code, rule.minimum_ratio)
        from {{ ref('rule_quick_estimate') }} as rule
        where rule.minimum_ratio <= compared.tco2e_to_average_ratio
    ) as tco2e_place_code,
    emission_basis as average_basis,
    factor_vintages_text,
    emission_factor_key,
    heating_value_key,
    gwp_set,
    nullif(concat_ws(
        ' ',
        case when is_earlier_grid_factor then 'electricity_factor_of_earlier_year' end,
        case when is_earlier_fuel_factor then 'fuel_factor_of_earlier_table' end,
        case when is_earlier_heating_value then 'heating_value_of_earlier_table' end,
        case when has_diesel then 'diesel_not_in_average' end,
        case when emission_basis = 'fuels_exceed_total' then 'average_counts_own_power_twice' end,
        case when emission_basis = 'fuels_short_of_total' then 'average_misses_unprinted_fuels' end,
        case when book_energy_gj > energy_gj_per_user * user_count then 'more_than_the_industry' end
    ), '') as flags,
    note as note_text,
    source_release_key,
    row_number
from compared
