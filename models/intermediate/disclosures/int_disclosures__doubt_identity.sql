-- figures in use that rest on a row of two companies, or repeat it on the company of its name
with doubted as (
    select
        doubt.*,
        stated.year,
        stated.measure,
        stated.value
    from {{ ref('int_disclosures__find_code_doubts') }} as doubt
    inner join {{ ref('int_disclosures__list_energy') }} as stated
        on stated.source_release_key = doubt.source_release_key
            and stated.row_number = doubt.row_number
            and stated.source_kind_code = doubt.dataset
)

select
    used.tax_id,
    used.year,
    used.measure,
    'the row of code ' || min(doubted.company_code) || ' bears the name '
    || min(doubted.company_name) || ', which is another company: whose ' || case used.measure
        when 'revenue_twd' then 'revenue' else 'energy'
    end || ' it is cannot be said' as reason
from {{ ref('int_disclosures__energy_year') }} as used
inner join doubted
    on doubted.year = used.year
        and doubted.measure = used.measure
        and used.tax_id in (doubted.tax_id, doubted.name_tax_id)
        -- whole MJ and thousand TWD
        and abs(used.value - doubted.value) <= greatest(1, 1e-6 * doubted.value)
group by used.tax_id, used.year, used.measure
