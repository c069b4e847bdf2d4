-- 各月报送情况
-- Filings by month
select
    filed_month,
    count(*) as document_count,
    sum(report_count) as report_count,
    sum(case when status = 'loaded' then 1 else 0 end) as loaded_count,
    sum(case when status = 'partial' then 1 else 0 end) as partial_count,
    sum(case when status = 'rejected' then 1 else 0 end) as rejected_count
from dim_documents
group by filed_month
order by filed_month
