-- one file speaks for a plant and quarter: the newest, of two of one day the ministry's own
with declared as (
    select
        'aqx_p_555' as dataset,
        *
    from {{ ref('stg_moenv__aqx_p_555') }}
    union all by name
    select
        'fuel_declaration' as dataset,
        *
    from {{ ref('stg_moenv__fuel_declaration') }}
),

dated as (
    select
        declared.*,
        release.vintage_date,
        release.vintage_date <= cast('{{ var("as_of_date") }}' as date) as is_known
    from declared
    inner join {{ ref('int_releases__release') }} as release
        on release.source_release_key = declared.source_release_key
)

select
    * exclude (vintage_date, is_known),
    case
        when not is_known then 'after_as_of_date'
        when
            source_release_key <> first_value(source_release_key) over (
                partition by control_no, year, quarter
                order by is_known desc, vintage_date desc, dataset, source_release_key desc
            )
            then 'superseded'
    end as exclusion_code
from dated
