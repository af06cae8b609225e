-- rows that the warehouse holds of each source release: printed cells of the yearbook, factor rows, rows of files; a release that several models take
-- from counts with all of them
select source_release_key, cast(sum(row_count) as bigint) as row_count
from (
    select source_release_key, count(*) as row_count from {{ ref('stg_energy_audit__cell') }} group by source_release_key
    union all
    select vintage, count(*) from {{ ref('fac_emission_factor') }} group by vintage
    union all
    select 'ipcc_gwp', count(*) from {{ ref('fac_gwp') }}
    union all
    select 'energy_indicators_8308', count(*) from {{ ref('fac_electricity') }} where definition_code = 'utility_sales' and status = 'actual'
    union all
    select source_release_key, count(*) from {{ ref('stg_sector_plan__cell') }} group by source_release_key
    union all
    select 'sbti_newsletter_2025', count(*) from {{ ref('rule_sbti_criterion') }} where reading = 'newsletter'
    union all
    select 'sbti_corporate_net_zero_v1_2', count(*) from {{ ref('rule_sbti_criterion') }} where reading = 'official_v1_2'
    union all
    select 'temperature_rating_v1', count(*) from {{ ref('fac_temperature_regression') }}
    union all
    select source_release_key, staged_count from {{ ref('int_sources__count_staged') }}
)
group by source_release_key
