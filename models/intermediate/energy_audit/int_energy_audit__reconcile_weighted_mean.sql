with cells as (
    select * from {{ ref('stg_energy_audit__cell') }}
),

weighted as (
    select
        mean.cell_ref,
        sum(share.value * electricity.value) / sum(electricity.value) as recomputed_value,
        sum(electricity.value) as weight,
        max(share.half_unit) as share_half_unit,
        max(electricity.half_unit) as weight_half_unit,
        list(share.value) as shares,
        -- the two ends of the alternative: industry alone, energy sector alone
        sum(
            case
                when share.industry_code <> 'energy_sector' then share.value * electricity.value
            end
        )
        / sum(case when share.industry_code <> 'energy_sector' then electricity.value end)
            as industry_value,
        max(case when share.industry_code = 'energy_sector' then share.value end)
            as energy_sector_value
    from cells as mean
    inner join cells as share
        on share.year = mean.year and share.column_code = mean.column_code
            and share.layout_code = mean.layout_code
            and share.industry_code not in ('industrial_total', 'all_users')
            and (mean.industry_code = 'all_users' or share.industry_code <> 'energy_sector')
    inner join cells as electricity
        on electricity.year = share.year
            and electricity.industry_code = share.industry_code
            and electricity.column_code = 'electricity'
            and electricity.layout_code
            = case mean.layout_code when '2.2' then '2.1' else '3.x-1' end
    where mean.industry_code in ('industrial_total', 'all_users')
        and mean.layout_code in ('2.2', '3.x-2')
    group by mean.cell_ref
),

printed as (
    select
        cells.table_ref,
        cells.row_label,
        cells.cell_ref,
        cells.value,
        cells.half_unit,
        cells.unit_code,
        weighted.recomputed_value,
        weighted.weight,
        weighted.share_half_unit,
        weighted.weight_half_unit,
        weighted.shares,
        weighted.industry_value,
        weighted.energy_sector_value
    from weighted
    inner join cells on cells.cell_ref = weighted.cell_ref
),

fitted as (
    select
        *,
        -- least squares over the nine end uses: printed = industry + w x (energy sector - industry)
        sum((value - industry_value) * (energy_sector_value - industry_value))
            over (partition by table_ref, row_label)
        / sum(pow(energy_sector_value - industry_value, 2))
            over (partition by table_ref, row_label)
            as fitted_weight
    from printed
)

select
    'weighted_mean' as check_code,
    table_ref,
    cell_ref,
    value as reported_value,
    half_unit,
    unit_code,
    recomputed_value,
    share_half_unit
    + weight_half_unit
    * list_sum(list_transform(shares, lambda x: abs(x - recomputed_value)))
    / weight as input_tolerance,
    'mean of ' || len(shares) || ' industries weighted by electricity' as formula,
    industry_value + fitted_weight * (energy_sector_value - industry_value) as alternative_value,
    half_unit
    + share_half_unit
    + weight_half_unit
    * list_sum(list_transform(shares, lambda x: abs(x - recomputed_value)))
    / weight
        as alternative_tolerance,
    case when energy_sector_value is not null then 'energy_sector_weight' end as explanation_code
from fitted
