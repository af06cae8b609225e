-- which set of factors a row is counted with under each choice of edition; rows with a factor of
-- their own need none
with sets as (
    select distinct
        item_code,
        use_code,
        factor_set_key,
        vintage,
        is_default,
        coalesce(valid_from_year, 0) as valid_from_year,
        coalesce(valid_to_year, 9999) as valid_to_year
    from {{ ref('int_inventory__factor') }}
),

candidates as (
    select
        given.source_kind_code,
        given.source_release_key,
        given.row_number,
        choice.factor_choice_code,
        sets.factor_set_key,
        sets.vintage,
        given.method_code,
        given.factor_key is not null as is_named_by_row,
        case
            when given.year between sets.valid_from_year and sets.valid_to_year then 0
            -- not announced yet, or dropped from the newer edition: the newest of before
            when sets.valid_to_year < given.year then given.year - sets.valid_to_year
            else 10000 + sets.valid_from_year - given.year
        end as distance,
        sets.vintage = choice.factor_choice_code as is_edition_asked_for
    from {{ ref('int_inventory__accept_activity') }} as given
    cross join
        (select unnest(['by_year', 'moenv_6.0.4', 'moenv_2024-02-05']) as factor_choice_code)
            as choice
    inner join sets
        on sets.item_code = given.activity_item_code
            and case
                when given.factor_key is null then sets.use_code = given.use_code else
                    sets.factor_set_key = given.factor_key
            end
    where given.own_factor is null
        -- splits of electricity and vehicle technologies count only where the row names them
        and (given.factor_key is not null or sets.is_default)
)

select
    source_kind_code,
    source_release_key,
    row_number,
    factor_choice_code,
    factor_set_key,
    is_named_by_row,
    -- editions are those of combustion factors: electricity, processes and gases have no second
    -- edition to choose
    factor_choice_code <> 'by_year'
    and method_code = 'combustion'
    and not is_named_by_row
    and not is_edition_asked_for as is_substituted,
    distance between 1 and 9999 and not is_named_by_row as is_of_earlier_year,
    distance >= 10000 and not is_named_by_row as is_of_later_year
from candidates
qualify row_number() over (
        partition by source_kind_code, source_release_key, row_number, factor_choice_code
        order by
            case when method_code = 'combustion' and is_edition_asked_for then 0 else 1 end,
            distance,
            factor_set_key
    ) = 1
