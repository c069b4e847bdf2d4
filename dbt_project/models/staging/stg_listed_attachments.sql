with source as (
    select * from {{ source('raw', 'listed_attachments') }}
)

select
    report_id,
    attachment_no,
    title,
    is_present,
    {{ evidence('source') }}
from source
