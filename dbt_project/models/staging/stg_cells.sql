with source as (
    select * from {{ source('raw', 'cells') }}
)

select
    document_id,
    block_no,
    row_no,
    col_no,
    row_span,
    col_span,
    page_no,
    text,
    stored_value
from source
