with source as (
    select * from {{ source('raw', 'roster') }}
)

select
    'roster-' || cast(row_no as string) as entry_id,
    row_no,
    fiscal_year,
    subject,
    organization_name,
    project_name,
    department_name,
    region_text,
    deadline,
    is_synthetic
from source
