-- One figure of a ledger's row and month, in the contract's unit, with half of its last printed digit beside it.
with source as (
    select * from {{ source('raw', 'ledger_figures') }}
)

select
    report_id,
    document_id,
    entry_no,
    month,
    measure,
    value_text,
    unit_text,
    unit,
    unit_source,
    {{ to_contract_unit('number', 'unit') }} as value,
    {{ half_unit('unit', 'decimals') }} as value_half,
    {{ evidence('source') }}
from source
