with source as (
    select * from {{ source('raw', 'documents') }}
)

select
    document_id,
    media_type,
    encoding,
    byte_size,
    received_at,
    status,
    reason,
    report_count,
    is_synthetic,
    reader_version,
    cause
from source
