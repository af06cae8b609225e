-- the report's own fields where they speak, else the sheets; beside the value another input that
-- says something else, beyond the rounding of whole MJ and thousand TWD
with stated as (
    select
        *,
        row_number() over (partition by tax_id, year, measure order by preference, row_number) = 1
            as is_used
    from {{ ref('int_disclosures__list_energy') }}
)

select
    used.tax_id,
    used.year,
    used.measure,
    used.page,
    used.source_kind_code,
    -- MJ / 1000 is no binary fraction
    {{ without_noise('used.value') }} as value,
    first(other.source_kind_code order by other.preference) as conflict_source_kind_code,
    first(other.value order by other.preference) as conflict_value,
    used.source_release_key,
    used.row_number
from stated as used
left join stated as other
    on other.tax_id = used.tax_id
        and other.year = used.year
        and other.measure = used.measure
        and other.preference > used.preference
        and abs(used.value - other.value) > greatest(1, 1e-6 * used.value)
where used.is_used
group by
    used.tax_id,
    used.year,
    used.measure,
    used.page,
    used.source_kind_code,
    used.value,
    used.source_release_key,
    used.row_number
