with source as (
    select * from {{ source('raw', 'issue_places') }}
)

select
    report_id,
    place_no,
    kind,
    place,
    item_count,
    says_none,
    {{ evidence('source') }}
from source
