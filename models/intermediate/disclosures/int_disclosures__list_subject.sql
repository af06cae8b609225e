-- who the observatory looks at: by its own rule and by its own list
with plants as (
    select
        resolved.company_tax_id as tax_id,
        emissions.year,
        sum(emissions.total_tco2e) as manufacturing_tco2e,
        max(emissions.total_tco2e) as largest_plant_tco2e,
        any_value(rule.observatory_min_tco2e) as limit_tco2e
    from {{ ref('int_emissions__select_as_of') }} as emissions
    inner join {{ ref('int_emissions__resolve_tax_id') }} as resolved
        on resolved.tax_id = emissions.tax_id
    inner join {{ ref('int_emissions__grade_year') }} as graded
        on graded.year = emissions.year and graded.is_complete
    left join {{ ref('int_emissions__rule_in_force') }} as rule on rule.year = emissions.year
    where emissions.is_manufacturing and resolved.company_tax_id is not null
    group by resolved.company_tax_id, emissions.year
),

newest as (
    select * from plants
    qualify year = max(year) over ()
),

earlier as (
    select tax_id from plants
    group by tax_id
    having bool_or(largest_plant_tco2e >= limit_tco2e)
),

listed as (
    select distinct tax_id from {{ ref('int_disclosures__company') }}
),

joined as (
    select
        coalesce(newest.tax_id, listed.tax_id) as tax_id,
        newest.year,
        newest.manufacturing_tco2e,
        newest.largest_plant_tco2e,
        coalesce(newest.largest_plant_tco2e >= newest.limit_tco2e, false) as is_subject_by_rule,
        coalesce(newest.manufacturing_tco2e >= newest.limit_tco2e, false)
            as is_subject_by_company,
        listed.tax_id is not null as is_on_observatory_list
    from newest
    full join listed on listed.tax_id = newest.tax_id
)

select
    joined.*,
    case
        when joined.is_subject_by_rule = joined.is_on_observatory_list then null
        when joined.is_subject_by_rule then 'not_on_list'
        when earlier.tax_id is not null then 'reached_earlier'
        when joined.year is null then 'no_plant'
        else 'below_limit'
    end as subject_difference_code
from joined
left join earlier on earlier.tax_id = joined.tax_id
