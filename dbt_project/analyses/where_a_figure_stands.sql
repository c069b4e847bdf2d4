-- 某一数字出自何处
-- Where a figure stands
select
    evaluations.project_name,
    amounts.measure,
    amounts.value_text,
    amounts.unit_text,
    documents.source_name,
    amounts.page_no,
    amounts.block_no,
    amounts.row_no,
    amounts.col_no,
    amounts.quote
from fct_reported_amounts as amounts
inner join fct_evaluations as evaluations on amounts.report_id = evaluations.report_id
inner join dim_documents as documents on amounts.document_id = documents.document_id
where amounts.measure = 'executed'
order by amounts.value desc
limit 100
