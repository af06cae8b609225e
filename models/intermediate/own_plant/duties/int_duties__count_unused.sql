-- rows of years and of measures that may belong to a user and year, and are not used
select
    stated.source_kind_code,
    stated.organisation_id,
    stated.year,
    count(unused.row_number) as unused_count
from {{ ref('int_duties__read_year') }} as stated
left join {{ ref('int_own__unused') }} as unused
    on unused.dataset_code in ('saving_year', 'saving_measure')
        and unused.source_kind_code = stated.source_kind_code
        and coalesce(unused.organisation_id, stated.organisation_id) = stated.organisation_id
        -- a saving counts towards the average of every later year, too
        and coalesce(unused.year, stated.year) <= stated.year
group by stated.source_kind_code, stated.organisation_id, stated.year
