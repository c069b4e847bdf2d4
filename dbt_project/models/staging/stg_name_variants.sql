with source as (
    select * from {{ source('raw', 'name_variants') }}
)

select
    report_id,
    variant_no,
    field,
    name,
    first_name,
    likeness,
    is_vague,
    {{ evidence('source') }}
from source
