with source as (
    select * from {{ source('raw', 'blank_fields') }}
)

select
    report_id,
    blank_no,
    field,
    label,
    {{ evidence('source') }}
from source
