with rebuilt as (
    select
        industry_code,
        year,
        sum(energy_book_gj) as rebuilt_total_gj,
        sum(energy_book_half_unit_gj) as rebuilt_half_unit_gj
    from {{ ref('int_energy_audit__convert_quantity') }}
    where flow_code = 'used'
    group by industry_code, year
),

compared as (
    select
        total.industry_code,
        total.year,
        total.value as reported_total_10k_kloe,
        total.half_unit as reported_half_unit_10k_kloe,
        {{ without_noise('total.value * units.to_base_factor * heat.gj_per_unit') }}
            as reported_total_gj,
        rebuilt.rebuilt_total_gj,
        rebuilt.rebuilt_half_unit_gj,
        -- GJ per printed unit, to state the rebuilt total in the book's unit
        units.to_base_factor * heat.gj_per_unit as gj_per_10k_kloe,
        rebuilt.rebuilt_total_gj / (total.value * units.to_base_factor * heat.gj_per_unit)
        - 1 as rebuild_gap_ratio,
        heat.factor_key as heating_value_key,
        cast(users.value as integer) as user_count,
        rate.value as saving_rate_pct_reported,
        total.cell_ref,
        users.cell_ref as user_count_cell_ref,
        rate.cell_ref as rate_cell_ref,
        total.source_release_key
    from {{ ref('stg_energy_audit__cell') }} as total
    inner join {{ ref('ref_unit') }} as units on units.unit_code = total.unit_code
    inner join {{ ref('int_factors__heating_value') }} as heat
        on heat.fuel_code = 'oil_equivalent' and heat.vintage = total.source_release_key
    inner join {{ ref('stg_energy_audit__cell') }} as users
        on users.table_ref = total.table_ref
            and users.row_label = total.row_label
            and users.column_code = 'user_count'
    inner join {{ ref('stg_energy_audit__cell') }} as rate
        on rate.layout_code = '3.x-4' and rate.column_code = 'total'
            and rate.industry_code = total.industry_code and rate.year = total.year
    inner join rebuilt on rebuilt.industry_code = total.industry_code and rebuilt.year = total.year
    where total.layout_code = '3.x-1' and total.column_code = 'total'
)

select
    compared.*,
    max(abs(compared.rebuild_gap_ratio)) over (partition by compared.industry_code)
    <= rule.value as is_rebuildable,
    rule.rule_key
from compared
inner join {{ ref('rule_threshold') }} as rule
    on rule.rule_key = 'energy_audit_2022:rebuild_tolerance'
        and compared.year between rule.valid_from_year and coalesce(rule.valid_to_year, 9999)
