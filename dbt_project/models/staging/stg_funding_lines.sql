with source as (
    select * from {{ source('raw', 'funding_lines') }}
)

select
    report_id,
    line_no,
    parent_line_no,
    line_label,
    line_kind,
    fund_level,
    fund_origin,
    expenditure_category,
    origin,
    is_headline,
    {{ evidence('source') }}
from source
