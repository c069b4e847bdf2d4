with source as (
    select * from {{ source('raw', 'text_ratios') }}
)

select
    report_id,
    ratio_no,
    about,
    part_text,
    part,
    part_half,
    base_text,
    base,
    base_half,
    rate_text,
    cast(rate as double) / 100 as rate,
    {{ half_unit("'percent'", 'rate_decimals') }} as rate_half,
    {{ evidence('source') }}
from source
