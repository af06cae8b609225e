-- figures that stand badly beside those of another company, year or input; each is kept as it is
with stated as (
    select
        energy.*,
        {{ dataset_of_input('energy.source_kind_code') }} as dataset,
        rule.same_figure_years,
        rule.max_jump
    from {{ ref('int_disclosures__energy_year') }} as energy
    left join {{ ref('int_disclosures__rule_in_force') }} as rule on rule.year = energy.year
    where energy.value > 0
),

pairs as (
    select
        one.*,
        coalesce(identity.name_zh, other.tax_id) as other_name,
        count(*) over (partition by one.tax_id, one.measure, other.tax_id) as year_count
    from stated as one
    inner join stated as other
        on other.measure = one.measure
            and other.year = one.year
            and other.value = one.value
            and other.tax_id <> one.tax_id
    left join {{ ref('int_emissions__company') }} as identity on identity.tax_id = other.tax_id
),

suspects as (
    select * from {{ ref('int_disclosures__find_suspects') }}
)

-- a parent and its subsidiary, or a wrong code: one figure is not that of two companies
select
    dataset,
    'RD20' as rule_code,
    tax_id,
    year,
    measure,
    cast(value as varchar) as raw_value,
    cast(null as varchar) as suggested_value,
    'to the last digit the figure of ' || string_agg(other_name, ', ' order by other_name)
    || ', as in other years: of the group, or of one of them' as reason,
    source_release_key
from pairs
where year_count >= same_figure_years
group by all
union all by name
-- a power of ten is a finding of its own
select
    stated.dataset,
    'DQ25' as rule_code,
    stated.tax_id,
    stated.year,
    stated.measure,
    cast(stated.value as varchar) as raw_value,
    round(stated.value / before.value, 3) || ' times the ' || format('{:,.0f}', before.value)
    || ' of ' || before.year as reason,
    stated.source_release_key
from stated
inner join stated as before
    on before.tax_id = stated.tax_id
        and before.measure = stated.measure
        and before.year = stated.year - 1
        and stated.value / before.value not between 1 / stated.max_jump and stated.max_jump
left join suspects
    on suspects.tax_id = stated.tax_id
        and suspects.measure = stated.measure
        and suspects.year in (stated.year, before.year)
        and suspects.is_unit_error
where suspects.tax_id is null
union all by name
-- the value that is not used is the one in doubt; the one that is used may be, too
select
    {{ dataset_of_input('used.conflict_source_kind_code') }} as dataset,
    'RD04' as rule_code,
    used.tax_id,
    used.year,
    used.measure,
    cast(used.conflict_value as varchar) as raw_value,
    cast(
        case when suspects.tax_id is null then used.value else suspects.suggested_value end
        as varchar
    ) as suggested_value,
    used.source_kind_code || ' says ' || used.value || ', ' || used.conflict_source_kind_code || ' '
    || used.conflict_value || '; the first is used' as reason,
    used.conflict_release_key as source_release_key
from {{ ref('int_disclosures__energy_year') }} as used
left join suspects
    on suspects.tax_id = used.tax_id
        and suspects.year = used.year
        and suspects.measure = used.measure
where used.conflict_source_kind_code is not null
