with source as (
    select * from {{ source('raw', 'leftovers') }}
)

select
    report_id,
    leftover_no,
    kind,
    text,
    {{ evidence('source') }}
from source
