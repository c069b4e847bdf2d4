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
from {{ ref('stg_cells') }}
order by document_id, block_no, row_no, col_no
