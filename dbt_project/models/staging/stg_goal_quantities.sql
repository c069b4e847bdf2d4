with source as (
    select * from {{ source('raw', 'goal_quantities') }}
)

select
    report_id,
    quantity_no,
    side,
    noun,
    unit,
    number,
    value_text,
    year,
    {{ evidence('source') }}
from source
