-- the report's own fields where they speak, else the sheets; beside the value another input that
-- says something else, beyond the limit of the rule
with stated as (
    select
        listed.*,
        rule.inputs_tolerance,
        row_number() over (
            partition by listed.tax_id, listed.year, listed.measure
            order by listed.preference, listed.row_number
        ) = 1 as is_used
    from {{ ref('int_disclosures__list_energy') }} as listed
    left join {{ ref('int_disclosures__rule_in_force') }} as rule on rule.year = listed.year
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
    first(other.source_release_key order by other.preference) as conflict_release_key,
    used.source_release_key,
    used.row_number
from stated as used
left join stated as other
    on other.tax_id = used.tax_id
        and other.year = used.year
        and other.measure = used.measure
        and other.preference > used.preference
        and abs(used.value - other.value) > greatest(1, used.inputs_tolerance * used.value)
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
