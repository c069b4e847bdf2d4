with source as (
    select * from {{ source('raw', 'issues') }}
)

select
    report_id,
    issue_no,
    kind,
    category,
    text,
    {{ evidence('source') }}
from source
