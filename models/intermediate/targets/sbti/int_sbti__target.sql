-- one absolute target for scope 1 and one for scope 2, of the same years, are one for both
with halves as (
    select
        target.*,
        case target.scope_code
            when 's1' then company.scope1_tco2e
            else company.scope2_tco2e
        end as scope_tco2e,
        row_number() over (
            partition by
                target.company_key, target.kind_code, target.scope_code, target.base_year,
                target.target_year
            order by target.target_id
        ) as pair_no
    from {{ ref('int_sbti__read_target') }} as target
    inner join {{ ref('int_sbti__company') }} as company
        on company.company_key = target.company_key
    where target.scope_code in ('s1', 's2')
        and target.method_code = 'absolute'
        and target.kind_code in ('near_term', 'long_term')
),

paired as (
    select
        scope1.*,
        scope2.target_id as other_target_id,
        scope2.counted_pct as other_counted_pct,
        scope2.reduction_pct as other_reduction_pct,
        scope2.coverage_pct as other_coverage_pct,
        scope2.offset_code as other_offset_code,
        scope2.offset_pct as other_offset_pct,
        scope2.target_text as other_target_text,
        -- null without emissions; coverages weigh where both are stated
        scope1.scope_tco2e / nullif(scope1.scope_tco2e + scope2.scope_tco2e, 0) as own_share,
        case
            when scope1.coverage_pct + scope2.coverage_pct is null then own_share
            else scope1.scope_tco2e * scope1.coverage_pct
                / nullif(
                    scope1.scope_tco2e * scope1.coverage_pct
                    + scope2.scope_tco2e * scope2.coverage_pct, 0
                )
        end as own_weight
    from halves as scope1
    inner join halves as scope2
        on scope2.company_key = scope1.company_key
            and scope2.kind_code = scope1.kind_code
            and scope2.base_year = scope1.base_year
            and scope2.target_year = scope1.target_year
            and scope2.pair_no = scope1.pair_no
            and scope2.scope_code = 's2'
    where scope1.scope_code = 's1'
),

joined as (
    select
        * exclude (
            scope_tco2e, pair_no, own_share, own_weight, other_target_id, other_counted_pct,
            other_reduction_pct, other_coverage_pct, other_offset_code, other_offset_pct,
            other_target_text
        )
        replace (
            target_id || '+' || other_target_id as target_id,
            's12' as scope_code,
            -- the lower one where they cannot be weighed: the higher stands in possible_pct
            {%- for column in ['reduction_pct', 'counted_pct'] %}
                {{ without_noise(
                    'case when ' ~ column ~ ' + other_' ~ column ~ ' is not null then coalesce('
                    ~ column ~ ' * own_weight + other_' ~ column ~ ' * (1 - own_weight), '
                    ~ 'least(' ~ column ~ ', other_' ~ column ~ ')) end', 9
                ) }} as {{ column }},
            {%- endfor %}
            case
                when coverage_pct = other_coverage_pct then coverage_pct
                else {{ without_noise(
                    'coverage_pct * own_share + other_coverage_pct * (1 - own_share)', 9
                ) }}
            end as coverage_pct,
            case
                when offset_code is null or other_offset_code is null then null
                when offset_code = 'none' then other_offset_code
                else offset_code
            end as offset_code,
            greatest(offset_pct, other_offset_pct) as offset_pct,
            concat_ws('; ', target_text, other_target_text) as target_text
        ),
        case
            when own_weight is null and counted_pct <> other_counted_pct
                then greatest(counted_pct, other_counted_pct)
        end as possible_pct
    from paired
),

halved as (
    select
        company_key,
        unnest([target_id, other_target_id]) as target_id
    from paired
)

select
    target.*,
    null::double as possible_pct
from {{ ref('int_sbti__read_target') }} as target
left join halved
    on halved.company_key = target.company_key and halved.target_id = target.target_id
where halved.target_id is null
union all by name
select * from joined
