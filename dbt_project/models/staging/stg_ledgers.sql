with source as (
    select * from {{ source('raw', 'ledgers') }}
)

select
    report_id,
    document_id,
    report_no,
    title,
    series,
    organization_name,
    {{ evidence('source') }}
from source
