-- readings that a second one corrected, and second readings of a text that is not the one read
select
    'report_fields' as dataset,
    case when read.review_key is null then 'RD15' else 'RD14' end as rule_code,
    review.tax_id as entity_key,
    review.report_year as period,
    field.field_code as column_name,
    review.read_text as raw_value,
    case when read.review_key is not null then coalesce(review.corrected_text, 'NA') end
        as suggested_value,
    case
        when read.review_key is null
            then 'the second reading of ' || review.read_on
                || ' is about another text than the one that is read: it is not used'
        else 'corrected by the second reading of ' || review.read_on || ': the report says '
            || coalesce('"' || review.corrected_text || '"', 'nothing')
    end as explanation,
    case when read.review_key is null then 'warning' else 'event' end as severity,
    coalesce(
        read.source_release_key,
        (select max(form.source_release_key) from {{ ref('int_disclosures__read_text') }} as form)
    ) as source_release_key
from {{ ref('int_disclosures__review') }} as review
inner join {{ ref('ref_disclosure_field') }} as field on field.field_no = review.field_no
left join {{ ref('int_disclosures__read_text') }} as read
    on read.tax_id = review.tax_id
        and read.report_year = review.report_year
        and read.field_no = review.field_no
        and read.source_kind_code = 'form'
-- a reading names the second one that it took
where read.review_key is null or review.verdict_code = 'corrected'
