with source as (
    select * from {{ source('raw', 'passages') }}
)

select
    report_id,
    passage_no,
    digest,
    characters,
    {{ evidence('source') }}
from source
