-- the newest list alone: a penalty annulled on appeal disappears from it
with newest as (
    select penalty.*
    from {{ ref('stg_moenv__ems_p_46') }} as penalty
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = penalty.source_release_key
    where release.vintage_date <= cast('{{ var("as_of_date") }}' as date)
    qualify dense_rank() over (
            order by release.vintage_date desc, penalty.source_release_key desc
        ) = 1
),

dated as (
    select
        *,
        -- other layouts of a day are unknown: they stay text
        case
            when regexp_matches(penalty_date_text, '^(19|20)[0-9]{2}')
                then cast(
                        try_strptime(
                            left(penalty_date_text, 10), ['%Y-%m-%d', '%Y/%m/%d', '%Y%m%d']
                        ) as date
                    )
        end as penalty_date
    from newest
)

select
    dated.document_no,
    dated.control_no,
    coalesce(dated.tax_id, owner.tax_id) as tax_id,
    -- a name without plant or company may be a person's
    case
        when dated.control_no is not null or dated.tax_id is not null then dated.facility_name
    end as facility_name_zh,
    dated.county_name as county_zh,
    dated.transgression_date_text,
    dated.penalty_date_text,
    dated.penalty_date,
    cast(year(dated.penalty_date) as integer) as year,
    dated.transgression_type as transgression_type_zh,
    dated.law_text,
    dated.penalty_twd,
    dated.illegal_gain_twd,
    dated.appeal_or_rescind as appeal_text,
    dated.petition_result as petition_result_text,
    dated.source_release_key,
    dated.row_number
from dated
left join {{ ref('int_declarations__plant_owner') }} as owner
    on owner.control_no = dated.control_no
        and year(dated.penalty_date) between owner.from_year and owner.to_year
