-- a tax id that comes and goes again while the plant keeps its name is a slip of the register
with named as (
    select
        control_no,
        year,
        tax_id,
        {{ company_name_key('facility_name_zh') }} as name_key
    from {{ ref('int_emissions__choose_vintage') }}
    where tax_id is not null
),

marked as (
    select
        *,
        lag(tax_id) over by_year as tax_id_before,
        lag(name_key) over by_year as name_key_before
    from named
    window by_year as (partition by control_no order by year)
),

numbered as (
    select
        *,
        sum(
            case when tax_id = tax_id_before and name_key = name_key_before then 0 else 1 end
        ) over (partition by control_no order by year) as run_no
    from marked
),

runs as (
    select
        control_no,
        run_no,
        any_value(tax_id) as tax_id,
        any_value(name_key) as name_key,
        min(year) as first_year,
        max(year) as last_year,
        count(*) as year_count
    from numbered
    group by control_no, run_no
),

compared as (
    select
        *,
        lag(tax_id) over by_run as stable_tax_id,
        stable_tax_id <> tax_id
        and stable_tax_id = lead(tax_id) over by_run
        and name_key = lag(name_key) over by_run
        and name_key = lead(name_key) over by_run
        -- the shorter reading is the slip: else each of two that take turns would be one
        and year_count < greatest(lag(year_count) over by_run, lead(year_count) over by_run)
            as is_candidate
    from runs
    window by_run as (partition by control_no order by run_no)
),

slips as (
    select
        *,
        -- two candidates side by side leave open which reading is the stable one
        is_candidate
        and not coalesce(lag(is_candidate) over by_run, false)
        and not coalesce(lead(is_candidate) over by_run, false) as is_slip
    from compared
    window by_run as (partition by control_no order by run_no)
)

select
    plants.control_no,
    plants.year,
    plants.tax_id as registered_tax_id,
    case when slips.is_slip then slips.stable_tax_id else plants.tax_id end as tax_id,
    coalesce(slips.is_slip, false) as is_slip,
    slips.first_year as run_first_year,
    slips.last_year as run_last_year
from numbered as plants
inner join slips on slips.control_no = plants.control_no and slips.run_no = plants.run_no
