-- one row per value that differs between two successive vintages of a data set, and per key that appeared or vanished
with releases as (
    select
        dataset, source_release_key, vintage_date,
        lag(source_release_key) over (partition by dataset order by vintage_date, source_release_key) as old_release_key
    from (select distinct dataset, source_release_key, vintage_date from {{ ref('int_emissions__unite_releases') }})
),

years as (
    select distinct source_release_key, year from {{ ref('int_emissions__unite_releases') }}
),

-- years that both vintages cover: a new year is not a revision
pairs as (
    select releases.dataset, releases.old_release_key, releases.source_release_key as new_release_key, new_years.year
    from releases
    inner join years as new_years on new_years.source_release_key = releases.source_release_key
    inner join years as old_years on old_years.source_release_key = releases.old_release_key and old_years.year = new_years.year
),

measured as (
    unpivot (
        select
            dataset, source_release_key, control_no, year,
            round(scope1_tco2e, 4)::varchar as scope1_tco2e, round(scope2_tco2e, 4)::varchar as scope2_tco2e,
            round(total_tco2e, 4)::varchar as total_tco2e, coalesce(tax_id, '(none)') as tax_id, coalesce(county_code, '(none)') as county_code
        from {{ ref('int_emissions__unite_releases') }}
    )
    on scope1_tco2e, scope2_tco2e, total_tco2e, tax_id, county_code
    into name measure value value_text
),

compared as (
    select
        pairs.dataset, pairs.year, pairs.old_release_key, pairs.new_release_key,
        coalesce(old_values.control_no, new_values.control_no) as control_no,
        coalesce(old_values.measure, new_values.measure) as measure,
        old_values.value_text as old_text, new_values.value_text as new_text
    from pairs
    inner join measured as new_values on new_values.source_release_key = pairs.new_release_key and new_values.year = pairs.year
    left join measured as old_values
        on old_values.source_release_key = pairs.old_release_key and old_values.year = pairs.year
        and old_values.control_no = new_values.control_no and old_values.measure = new_values.measure
    where old_values.value_text is distinct from new_values.value_text
    union all
    select
        pairs.dataset, pairs.year, pairs.old_release_key, pairs.new_release_key,
        old_values.control_no, old_values.measure, old_values.value_text, null
    from pairs
    inner join measured as old_values on old_values.source_release_key = pairs.old_release_key and old_values.year = pairs.year
    anti join measured as new_values
        on new_values.source_release_key = pairs.new_release_key and new_values.year = pairs.year
        and new_values.control_no = old_values.control_no and new_values.measure = old_values.measure
)

select
    dataset,
    control_no                              as entity_key,
    year                                    as period,
    measure,
    case when old_text is null then 'appeared' when new_text is null then 'vanished' else 'restated' end as change_kind,
    old_text,
    new_text,
    try_cast(case when measure like '%tco2e' then old_text end as double) as old_value,
    try_cast(case when measure like '%tco2e' then new_text end as double) as new_value,
    try_cast(case when measure like '%tco2e' then new_text end as double)
    / nullif(try_cast(case when measure like '%tco2e' then old_text end as double), 0) - 1 as change_ratio,
    old_release_key,
    new_release_key
from compared
