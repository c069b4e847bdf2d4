-- 各文件读取结果
-- What became of each document
select
    source_name,
    media_type,
    status,
    report_count,
    figure_count,
    unplaced_count,
    reason
from dim_documents
order by status, source_name
