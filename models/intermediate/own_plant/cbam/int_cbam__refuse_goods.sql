-- declared goods, typed, with the rule of their CN code, and all that is wrong with a row; nothing after this reads a refused one
with given as (
    select
        *,
        -- a TARIC code has ten digits, the first eight are the CN code
        case when regexp_full_match(regexp_replace(cn_code, '[\s.]', '', 'g'), '[0-9]{8}([0-9]{2})?')
            then left(regexp_replace(cn_code, '[\s.]', '', 'g'), 8) end as cn8_code
    from {{ ref('stg_own_plant__cbam_goods') }}
),

-- the longest prefix decides: 7202 30 00 is an exception from 72
matched as (
    select given.source_release_key, given.row_number, arg_max(rule.cn_prefix, length(rule.cn_prefix)) as cn_prefix
    from given
    inner join {{ ref('rule_cbam_goods') }} as rule on starts_with(given.cn8_code, rule.cn_prefix)
    group by given.source_release_key, given.row_number
),

typed as (
    select
        given.*, matched.cn_prefix, rule.sector_code, rule.counts_indirect,
        try_cast(given.year as integer) as year_number,
        {{ number_from_text('given.mass_t') }} as mass_number,
        {{ number_from_text('given.direct_tco2e_per_t') }} as direct_number,
        {{ number_from_text('given.indirect_tco2e_per_t') }} as indirect_number,
        {{ number_from_text('given.benchmark_tco2e_per_t') }} as benchmark_number,
        {{ number_from_text('given.carbon_price_paid_eur_per_tco2e') }} as paid_number,
        case
            when lower(given.is_default_value) in ('yes', 'true', 'y', '是') then true
            when lower(given.is_default_value) in ('no', 'false', 'n', '否') then false
        end as has_default_value
    from given
    left join matched on matched.source_release_key = given.source_release_key and matched.row_number = given.row_number
    left join {{ ref('rule_cbam_goods') }} as rule on rule.cn_prefix = matched.cn_prefix
),

judged as (
    select
        *,
        {{ problems([
            ['declaration_id is null', wrong_cell('typed', 'declaration_id', "'a code for the declared good'")],
            ["year_number is null or year_number not between 2000 and 2100 or not regexp_full_match(year, '[0-9]+')",
                wrong_cell('typed', 'year', "'a year of the AD calendar from 2000 to 2100' || " ~ roc_hint('year_number'))],
            ['importer_id is null', wrong_cell('typed', 'importer_id', "'a code for the importer, whose goods of a year count together'")],
            ['cn8_code is null', wrong_cell('typed', 'cn_code', "'the eight digits of a CN code, such as 7318 15 42'
                || case when regexp_full_match(regexp_replace(cn_code, '[\\s.]', '', 'g'), '[0-9]{4,7}')
                    then '; fewer digits do not say which goods' else '' end")],
            ['coalesce(mass_number, 0) <= 0 or mass_number > 100000000',
                wrong_cell('typed', 'mass_t', "'a number of tonnes above 0 (MWh for electricity), at most 100,000,000'")],
            ['not coalesce(direct_number between 0 and 100, false)', wrong_cell('typed', 'direct_tco2e_per_t',
                "'a number of tCO2e per tonne from 0 to 100' || case when direct_number > 100 then '; this looks like kgCO2e per tonne' else '' end")],
            ['not coalesce(indirect_number between 0 and 100, false) and (counts_indirect or indirect_tco2e_per_t is not null)',
                wrong_cell('typed', 'indirect_tco2e_per_t', "'a number of tCO2e per tonne from 0 to 100'
                    || case when counts_indirect then ', because indirect emissions of these goods count' else '' end")],
            ['has_default_value is null', wrong_cell('typed', 'is_default_value', "'yes 是 or no 否'")],
            ['benchmark_tco2e_per_t is not null and not coalesce(benchmark_number between 0 and 100, false)',
                wrong_cell('typed', 'benchmark_tco2e_per_t', "'a number of tCO2e per tonne from 0 to 100, or nothing'")],
            ['carbon_price_paid_eur_per_tco2e is not null and not coalesce(paid_number between 0 and 1000, false)',
                wrong_cell('typed', 'carbon_price_paid_eur_per_tco2e', "'a number of EUR per tCO2e from 0 to 1,000, or nothing'")]
        ]) }} as problem
    from typed
)

select
    input_code, source_release_key, row_number, file_name, raw_row,
    declaration_id, year_number as year, importer_id, cn8_code as cn_code, cn_prefix as cn_prefix_code, goods_name, mass_number as quantity,
    direct_number as direct_tco2e_per_t, indirect_number as indirect_tco2e_per_t, has_default_value as is_default_value,
    benchmark_number as benchmark_tco2e_per_t, paid_number as carbon_price_paid_eur_per_tco2e, note,
    coalesce(problem, {{ repeated('problem', 'declaration_id', 'declaration_id') }}) as refusal
from judged
