-- a figure for all scopes is one target for scope 1 and 2 and one for scope 3
with published as (
    select
        company.tax_id,
        company.is_power_sector,
        target.*,
        unnest(case target.scope_code
            when 's1' then ['S1']
            when 's2' then ['S2']
            when 's3' then ['S3']
            when 's12' then ['S1S2']
            when 's123' then ['S1S2', 'S3']
            else [null]
        end) as scored_scope_code
    from {{ ref('int_sbti__target') }} as target
    inner join {{ ref('int_sbti__company') }} as company
        on company.company_key = target.company_key
    where company.source_kind_code = 'dashboard' and company.tax_id is not null
)

select
    tax_id as company_id,
    company_key || ':' || target_id
    || case when scope_code = 's123' then ':' || scored_scope_code else '' end as target_id,
    case
        when method_code = 'absolute' then 'absolute'
        when method_code in ('sector_intensity', 'physical_intensity', 'economic_intensity')
            then 'intensity'
        else 'other'
    end as target_kind_code,
    case
        when target_kind_code <> 'intensity' then null
        when metric_code <> 'physical' then 'Revenue'
        when is_power_sector then 'Power'
        else 'Product'
    end as intensity_metric,
    scored_scope_code as scope_code,
    counted_pct / 100 as ambition_ratio,
    base_year,
    target_year as end_year,
    method_code = 'unreadable' as is_unreadable,
    source_release_key
from published
