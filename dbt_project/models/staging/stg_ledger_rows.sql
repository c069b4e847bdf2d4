with source as (
    select * from {{ source('raw', 'ledger_rows') }}
)

select
    report_id,
    document_id,
    entry_no,
    kind,
    reach,
    adds_from,
    adds_to,
    organization_name,
    department_name,
    region_text,
    project_name,
    project_code,
    fund_text,
    {{ evidence('source') }}
from source
