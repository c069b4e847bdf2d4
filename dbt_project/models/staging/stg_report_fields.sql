with source as (
    select * from {{ source('raw', 'report_fields') }}
)

select
    report_id,
    field,
    value_text,
    {{ evidence('source') }}
from source
