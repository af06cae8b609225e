-- what a newer report or sheet says of a year replaces what an older one said
select * exclude (stated_in)
from {{ ref('int_disclosures__state_energy') }}
qualify row_number() over (
        partition by tax_id, year, measure, source_kind_code
        order by stated_in desc
    ) = 1
