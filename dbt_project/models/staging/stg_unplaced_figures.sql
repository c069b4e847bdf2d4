with source as (
    select * from {{ source('raw', 'unplaced_figures') }}
)

select
    document_id,
    unplaced_no,
    context,
    about,
    value_text,
    {{ evidence('source') }}
from source
