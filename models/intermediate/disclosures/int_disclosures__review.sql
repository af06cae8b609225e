-- the newest second reading of a field that was known on the day asked for
select
    tax_id,
    report_year,
    field_no,
    read_text,
    verdict_code,
    corrected_text,
    corrected_unit_text,
    corrected_page,
    reader,
    read_on,
    concat_ws('/', tax_id, report_year, field_no, read_on) as review_key
from {{ ref('cor_report_reading') }}
where read_on <= cast('{{ var("as_of_date") }}' as date)
qualify row_number() over (partition by tax_id, report_year, field_no order by read_on desc) = 1
