-- a code that names no goods, and indirect emissions left out where they count
select
    source_release_key,
    row_number,
    'cn_code' as column_code,
    'the eight digits of a CN code, such as 7318 15 42'
    || case when is_too_short then '; fewer digits do not say which goods' else '' end
        as expected_en
from {{ ref('int_cbam__match_rule') }}
where cn_code is null
union all
select
    cell.source_release_key,
    cell.row_number,
    cell.column_code,
    cell.expected_en || ', because indirect emissions of these goods count'
from {{ ref('int_own__cell') }} as cell
inner join {{ ref('int_cbam__match_rule') }} as matched
    on matched.source_release_key = cell.source_release_key
        and matched.row_number = cell.row_number
where
    cell.dataset_code = 'cbam_goods'
    and cell.column_code = 'indirect_tco2e_per_t'
    and cell.raw_text is null
    and matched.counts_indirect
