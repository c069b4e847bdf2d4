with source as (
    select * from {{ source('raw', 'document_places') }}
)

select
    place,
    position,
    document_id,
    seen_at
from source
