-- the same inventory under each set of potentials and each edition of factors, beside the one that
-- is published
{%- set declared = declared_var('gwp_set', ['SAR', 'TAR', 'AR4', 'AR5', 'AR6']) %}

with summed as (
    select
        source_kind_code,
        organisation_id,
        year,
        scope_code,
        gwp_set,
        factor_choice_code,
        gwp_set = '{{ declared }}' and factor_choice_code = 'by_year' as is_published,
        sum(tco2e) as tco2e,
        sum(market_based_tco2e) as market_based_tco2e,
        count(distinct activity_key) as activity_count,
        count(distinct activity_key) filter (where is_substituted) as substituted_activity_count,
        string_agg(distinct source_release_key, ' ' order by source_release_key)
            as source_release_key
    from {{ ref('int_inventory__line') }}
    group by source_kind_code, organisation_id, year, scope_code, gwp_set, factor_choice_code
),

compared as (
    select
        *,
        max(tco2e) filter (where is_published)
            over (partition by source_kind_code, organisation_id, year, scope_code)
            as published_tco2e
    from summed
)

select
    source_kind_code,
    organisation_id,
    year,
    scope_code,
    gwp_set,
    factor_choice_code,
    is_published,
    cast({{ without_noise('tco2e', 6) }} as double) as tco2e,
    cast({{ without_noise('market_based_tco2e', 6) }} as double) as market_based_tco2e,
    cast({{ without_noise('tco2e - published_tco2e', 6) }} as double) as difference_tco2e,
    {{ without_noise('tco2e / nullif(published_tco2e, 0) - 1', 12) }} as difference_ratio,
    cast(activity_count as integer) as activity_count,
    cast(substituted_activity_count as integer) as substituted_activity_count,
    source_release_key
from compared
