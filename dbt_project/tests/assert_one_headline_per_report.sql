-- Every report with a budget figure has exactly one headline line, and no report has two. Only where a report gives
-- several budgets and no total of them is there none, and then its document says so.
with headlines as (
    select
        report_id,
        document_id,
        sum(case when is_headline then 1 else 0 end) as headline_count,
        count(budget_wan) as budget_count
    from {{ ref('fct_budget_execution') }}
    group by report_id, document_id
)

select
    headlines.report_id,
    headlines.headline_count
from headlines
inner join {{ ref('dim_documents') }} as documents on headlines.document_id = documents.document_id
where
    headlines.headline_count > 1
    or (headlines.headline_count = 0 and headlines.budget_count > 0 and documents.status <> 'partial')
