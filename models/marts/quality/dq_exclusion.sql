select
    record.dataset,
    record.source_release_key,
    record.row_number,
    record.record_key,
    record.outcome_code as exclusion_code,
    record.mart,
    record.model_name,
    record.kept_release_key || '#' || record.kept_row_number as kept_row_ref,
    reason.name_en || coalesce(
        ': row ' || record.kept_row_number || ' of ' || record.kept_release_key || ' is used', ''
    ) as reason
from {{ ref('int_quality__account_record') }} as record
left join {{ ref('ref_vocabulary') }} as reason
    on reason.list_code = 'exclusion' and reason.code = record.outcome_code
where record.outcome_code not in ('used', 'quarantined')
