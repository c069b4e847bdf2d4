with source as (
    select * from {{ source('raw', 'named_projects') }}
)

select
    report_id,
    naming_no,
    name,
    overlap,
    {{ evidence('source') }}
from source
