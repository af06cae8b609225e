-- targets of the three inputs in one shape. The reduction that counts is the stated one less offsets; certificates are market-based scope 2 and stay.
with stated as (
    select
        'example:' || example_no as company_key,
        target_id,
        kind_code,
        scope_code,
        method_code,
        metric_code,
        base_year,
        target_year,
        reduction_pct,
        coverage_pct,
        submission_date,
        covers_category_11,
        category_11_coverage_pct,
        offset_code,
        offset_pct,
        cast(null as varchar) as target_text,
        source_release_key,
        row_number
    from {{ ref('stg_sbti__example_target') }}
    union all
    select
        company.company_key,
        'mid_term',
        'near_term',
        's12',
        'absolute',
        null,
        cast(input.mid_term_base_year as integer),
        cast(input.mid_term_target_year as integer),
        input.mid_term_target,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        company.source_release_key,
        null
    from {{ ref('int_climate_score__report_fields') }} as input
    inner join
        {{ ref('int_sbti__company') }} as company
        on company.input_code = 'report' and company.tax_id = input.tax_id
    where input.mid_term_target_set
    qualify row_number() over (partition by input.tax_id order by input.report_year desc) = 1
    union all
    select
        company.company_key,
        'renewable',
        'renewable_electricity',
        's2',
        'renewable',
        null,
        null,
        cast(input.renewable_target_year as integer),
        input.renewable_target,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        company.source_release_key,
        null
    from {{ ref('int_climate_score__report_fields') }} as input
    inner join
        {{ ref('int_sbti__company') }} as company
        on company.input_code = 'report' and company.tax_id = input.tax_id
    where input.renewable_target_set
    qualify row_number() over (partition by input.tax_id order by input.report_year desc) = 1
    union all
    select
        company.company_key,
        parsed.clause_key,
        parsed.kind_code,
        parsed.scope_code,
        parsed.method_code,
        parsed.metric_code,
        parsed.base_year,
        parsed.target_year,
        parsed.reduction_pct,
        null,
        null,
        parsed.covers_category_11,
        null,
        null,
        null,
        parsed.clause_text,
        company.source_release_key,
        company.row_number
    from {{ ref('int_sbti__parse_language') }} as parsed
    inner join {{ ref('int_sbti__company') }} as company on company.company_key = parsed.company_key
)

select
    stated.company_key,
    stated.target_id,
    stated.kind_code,
    stated.scope_code,
    stated.method_code,
    stated.metric_code,
    stated.base_year,
    stated.target_year,
    stated.reduction_pct,
    stated.coverage_pct,
    stated.covers_category_11,
    stated.category_11_coverage_pct,
    stated.offset_code,
    stated.offset_pct,
    stated.reduction_pct
    - case
        when stated.offset_code in ('offsets', 'avoided_emissions') then stated.offset_pct else 0
    end as counted_pct,
    coalesce(stated.submission_date, company.submission_date) as submission_date,
    coalesce(stated.submission_date, company.submission_date, company.submitted_by_date)
        as submitted_by_date,
    stated.target_text,
    stated.source_release_key,
    stated.row_number
from stated
inner join {{ ref('int_sbti__company') }} as company on company.company_key = stated.company_key
