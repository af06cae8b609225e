{%- set as_of = "cast('" ~ var('as_of_date') ~ "' as date)" %}
with cited as (
    select distinct
        mart,
        source_release_key,
        row_number
    from {{ ref('int_quality__list_evidence') }}
),

-- what is published of the same thing: of this data set, and of any
published as (
    select
        evidence.mart,
        evidence.row_key,
        release.dataset,
        release.vintage_date,
        evidence.source_release_key,
        evidence.row_number
    from {{ ref('int_quality__list_evidence') }} as evidence
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = evidence.source_release_key
    where evidence.row_key <> ''
    qualify row_number() over (
            partition by evidence.mart, evidence.row_key, release.dataset
            order by release.vintage_date desc, evidence.row_number
        ) = 1
),

preferred as (
    select * from published
    qualify row_number() over (
            partition by mart, row_key order by vintage_date desc, source_release_key
        ) = 1
),

refused as (
    select
        dataset,
        source_release_key,
        row_number
    from {{ ref('int_emissions__refuse_row') }}
    union
    select
        dataset_code,
        source_release_key,
        row_number
    from {{ ref('int_own__refuse') }}
)

select
    record.dataset,
    record.source_release_key,
    record.row_number,
    record.row_key as record_key,
    record.mart,
    record.model_name,
    coalesce(exact.row_number, cited.row_number) is not null as is_used,
    refused.row_number is not null as is_refused,
    coalesce(newer.source_release_key, preferred.source_release_key) as kept_release_key,
    coalesce(newer.row_number, preferred.row_number) as kept_row_number,
    case
        when is_used then 'used'
        when is_refused then 'quarantined'
        when release.vintage_date > {{ as_of }} then 'after_as_of'
        when newer.source_release_key = record.source_release_key then 'repeated_in_release'
        when newer.source_release_key is not null then 'superseded_vintage'
        when preferred.source_release_key is not null then 'other_source_preferred'
        else record.exclusion_code
    end as outcome_code,
    record.exclusion_code
from {{ ref('int_quality__list_record') }} as record
left join {{ ref('int_releases__release') }} as release
    on release.source_release_key = record.source_release_key
left join {{ ref('int_quality__list_evidence') }} as exact
    on exact.mart = record.mart
        and exact.row_key = record.row_key
        and exact.source_release_key = record.source_release_key
        and exact.row_number = record.row_number
left join cited
    on cited.mart = record.mart
        and cited.source_release_key = record.source_release_key
        and cited.row_number
        = case when nullif(record.row_key, '') is null then record.row_number end
left join published as newer
    on newer.mart = record.mart
        and newer.row_key = record.row_key
        and newer.dataset = release.dataset
left join preferred
    on preferred.mart = record.mart and preferred.row_key = record.row_key
left join refused
    on refused.dataset = record.dataset
        and refused.source_release_key = record.source_release_key
        and refused.row_number = record.row_number
