-- a kind of measure needs its own numbers and no others: one that saves heat and electricity is two
with kind as (
    select
        source_release_key,
        row_number,
        word_code as kind_code
    from {{ ref('int_own__cell') }}
    where dataset_code = 'saving_measure' and column_code = 'kind' and word_code is not null
),

needed (column_code, kind_code) as (
    values
    ('saved_kwh', 'electricity'),
    ('saved_kwh', 'own_renewable'),
    ('saved_kcal', 'heat'),
    ('reduced_kw', 'demand_response'),
    ('reduced_hours', 'demand_response')
)

select
    cell.source_release_key,
    cell.row_number,
    cell.column_code,
    -- without a sentence of its own the cell is told what its rule expects
    case
        when cell.column_code = 'months' then 'nothing: demand response counts on its day'
        when needed.kind_code is null
            then 'nothing for the kind ' || kind.kind_code || ': state it as a measure of its own'
    end as expected_en
from {{ ref('int_own__cell') }} as cell
inner join kind
    on kind.source_release_key = cell.source_release_key and kind.row_number = cell.row_number
left join needed
    on needed.column_code = cell.column_code and needed.kind_code = kind.kind_code
where
    cell.dataset_code = 'saving_measure'
    and case
        when cell.column_code = 'months'
            then kind.kind_code = 'demand_response' and cell.raw_text is not null
        when cell.column_code in (select known.column_code from needed as known)
            then (needed.kind_code is null) = (cell.raw_text is not null)
    end
