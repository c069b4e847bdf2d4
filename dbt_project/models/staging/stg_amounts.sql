-- One figure in one place, converted to the contract's unit, with half of its last printed digit beside it.
with source as (
    select * from {{ source('raw', 'amounts') }}
)

select
    report_id,
    amount_no,
    line_no,
    is_line_cell,
    about,
    measure,
    value_text,
    unit_text,
    unit,
    unit_source,
    year,
    origin,
    {{ to_contract_unit('number', 'unit') }} as value,
    {{ half_unit('unit', 'decimals') }} as value_half,
    {{ evidence('source') }}
from source
