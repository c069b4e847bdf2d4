select
    {{ report_keys('keys') }},
    amounts.amount_no,
    amounts.line_no,
    amounts.about,
    amounts.measure,
    amounts.value_text,
    amounts.unit_text,
    amounts.value,
    amounts.origin,
    {{ evidence('amounts') }},
    amounts.correction_id
from {{ ref('stg_amounts') }} as amounts
inner join {{ ref('int_report_keys') }} as keys on amounts.report_id = keys.report_id
order by keys.report_id, amounts.block_no, amounts.row_no, amounts.col_no
