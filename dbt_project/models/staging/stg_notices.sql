with source as (
    select * from {{ source('raw', 'notices') }}
)

select
    document_id,
    report_id,
    notice_no,
    kind,
    detail,
    {{ evidence('source') }}
from source
