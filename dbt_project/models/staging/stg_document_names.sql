with source as (
    select * from {{ source('raw', 'document_names') }}
)

select
    document_id,
    {{ regex_remove('source_name', '^.*[/\\\\]') }} as source_name,
    first_seen_at
from source
