with report as (
    select
        company.company_key,
        company.source_release_key,
        input.*,
        target.stated_pct,
        target.base_year,
        target.target_year,
        coalesce(target.restriction_code, '') as restriction_code,
        coalesce(
            list_contains(input.renewable_target_year_flags, 'restricted_scope')
            or renewable.restriction_code is not null,
            false
        ) as is_for_some_sites
    from {{ ref('int_climate_score__report_fields') }} as input
    inner join {{ ref('int_sbti__company') }} as company
        on company.source_kind_code = 'report' and company.tax_id = input.tax_id
    inner join {{ ref('int_climate_score__state_target') }} as target
        on target.tax_id = input.tax_id and target.report_year = input.report_year
    left join {{ ref('int_climate_score__read_scope') }} as renewable
        on renewable.tax_id = input.tax_id
            and renewable.report_year = input.report_year
            and renewable.subject_code = 'renewable_target'
            and renewable.stated_pct = input.renewable_target
),

stated as (
    select
        'example:' || example_no as company_key,
        * exclude (example_no)
    from {{ ref('stg_sbti__example_target') }}
    union all by name
    (
        select
            company_key,
            'mid_term' as target_id,
            'near_term' as kind_code,
            case restriction_code
                when 'scope_1_only' then 's1'
                when 'scope_2_only' then 's2'
                when 'scope_3_only' then 's3'
                else 's12'
            end as scope_code,
            -- a target for some sites does not say which part of scope 1 and 2
            case
                when scope_code = 's12' and restriction_code <> '' then 'unreadable'
                else 'absolute'
            end as method_code,
            case
                when method_code = 'unreadable' then 'the target holds for a part of the company'
            end as target_text,
            base_year,
            target_year,
            stated_pct as reduction_pct,
            source_release_key
        from report
        where mid_term_target_set
        qualify row_number() over (partition by tax_id order by report_year desc) = 1
    )
    union all by name
    (
        select
            company_key,
            'renewable' as target_id,
            'renewable_electricity' as kind_code,
            's2' as scope_code,
            case when is_for_some_sites then 'unreadable' else 'renewable' end as method_code,
            case when is_for_some_sites then 'the target holds for a part of the company' end
                as target_text,
            cast(renewable_target_year as integer) as target_year,
            renewable_target as reduction_pct,
            source_release_key
        from report
        where renewable_target_set
        qualify row_number() over (partition by tax_id order by report_year desc) = 1
    )
    union all by name
    select
        company.company_key,
        parsed.clause_key as target_id,
        parsed.kind_code,
        parsed.scope_code,
        parsed.method_code,
        parsed.metric_code,
        parsed.base_year,
        parsed.target_year,
        parsed.reduction_pct,
        parsed.covers_category_11,
        parsed.clause_text as target_text,
        company.source_release_key,
        company.row_number
    from {{ ref('int_sbti__parse_language') }} as parsed
    inner join {{ ref('int_sbti__company') }} as company
        on company.company_key = parsed.company_key
)

select
    stated.* exclude (submission_date),
    -- certificates are market-based scope 2 and stay
    stated.reduction_pct
    - case
        when stated.offset_code in ('offsets', 'avoided_emissions') then stated.offset_pct
        else 0
    end as counted_pct,
    coalesce(stated.submission_date, company.submission_date) as submission_date,
    coalesce(stated.submission_date, company.submitted_by_date) as submitted_by_date
from stated
inner join {{ ref('int_sbti__company') }} as company on company.company_key = stated.company_key
