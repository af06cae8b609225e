-- lines add to the summary and to the published combination of the sensitivity; gases add to the
-- total; shares add to 1
with lines as (
    select
        source_kind_code,
        organisation_id,
        year,
        scope_code,
        sum(tco2e) as tco2e,
        sum(market_based_tco2e) as market_based_tco2e
    from {{ ref('fct_inventory_line') }}
    group by all
),

summary as (
    select
        source_kind_code,
        organisation_id,
        year,
        scope_code,
        sum(tco2e) as tco2e,
        sum(market_based_tco2e) as market_based_tco2e,
        sum(
            co2_tco2e
            + ch4_tco2e
            + n2o_tco2e
            + hfcs_tco2e
            + pfcs_tco2e
            + sf6_tco2e
            + nf3_tco2e
            + co2e_tco2e
        ) as gases_tco2e
    from {{ ref('inventory_summary') }}
    group by all
),

sensitivity as (
    select
        source_kind_code,
        organisation_id,
        year,
        scope_code,
        tco2e,
        market_based_tco2e
    from {{ ref('inventory_sensitivity') }}
    where is_published
),

shares as (
    select
        source_kind_code,
        organisation_id,
        year,
        sum(share_ratio) as share_ratio
    from {{ ref('inventory_summary') }}
    group by all
)

select
    coalesce(
        lines.source_kind_code
        || ' '
        || lines.organisation_id
        || ' '
        || lines.year
        || ' '
        || lines.scope_code,
        'a scope without lines'
    )
    || ': lines add to '
    || coalesce(lines.tco2e::varchar, 'none')
    || ' t, summary '
    || coalesce(summary.tco2e::varchar, 'none')
    || ', its gases ' || coalesce(summary.gases_tco2e::varchar, 'none') || ', sensitivity '
    || coalesce(sensitivity.tco2e::varchar, 'none') as problem
from lines
full join summary
    on summary.source_kind_code = lines.source_kind_code
        and summary.organisation_id = lines.organisation_id
        and summary.year = lines.year
        and summary.scope_code = lines.scope_code
full join sensitivity
    on sensitivity.source_kind_code = lines.source_kind_code
        and sensitivity.organisation_id = lines.organisation_id
        and sensitivity.year = lines.year
        and sensitivity.scope_code = lines.scope_code
where not coalesce(
        abs(lines.tco2e - summary.tco2e) < 1e-3
        and abs(lines.tco2e - summary.gases_tco2e) < 1e-3
        and abs(lines.tco2e - sensitivity.tco2e) < 1e-3
        and abs(lines.market_based_tco2e - summary.market_based_tco2e) < 1e-3
        and abs(lines.market_based_tco2e - sensitivity.market_based_tco2e) < 1e-3, false
    )
union all
select
    'shares of '
    || source_kind_code
    || ' '
    || organisation_id
    || ' '
    || year
    || ' add to '
    || share_ratio
    || ', expected 1'
from shares
where abs(share_ratio - 1) > 1e-9
