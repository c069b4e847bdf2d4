-- One figure in one place, corrected and converted to the contract's unit, with half of its last printed digit beside
-- it. A correction without a unit keeps the source's. Facts are what is printed; the number that a spreadsheet stores
-- behind it only tells whether a whole number has been rounded.
with source as (
    select * from {{ source('raw', 'amounts') }}
),

corrections as (
    select * from {{ ref('stg_corrections') }}
    where status = 'applied' and figure = 'amount'
),

stored as (
    select * from {{ ref('stg_cells') }}
    where stored_value is not null
),

corrected as (
    select
        source.report_id,
        source.amount_no,
        source.line_no,
        source.is_line_cell,
        source.about,
        source.measure,
        coalesce(corrections.value_text, source.value_text) as value_text,
        coalesce(corrections.value_unit_text, source.unit_text) as unit_text,
        coalesce(corrections.value_number, source.number) as number,
        coalesce(corrections.value_unit, source.unit) as unit,
        coalesce(corrections.value_decimals, source.decimals) as decimals,
        source.unit_source,
        source.year,
        source.origin,
        source.is_explicit,
        source.is_approximate,
        source.section,
        source.section_level,
        corrections.correction_id is null and {{ is_rounded('stored.stored_value', 'source.number') }} as is_rounded,
        corrections.correction_id,
        {{ evidence('source') }}
    from source
    left join corrections on source.report_id = corrections.report_id and source.amount_no = corrections.item_no
    left join stored
        on
            source.document_id = stored.document_id
            and source.block_no = stored.block_no
            and source.row_no = stored.row_no
            and source.col_no = stored.col_no
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
    is_explicit,
    is_approximate,
    section,
    section_level,
    {{ to_contract_unit('number', 'unit') }} as value,
    {{ half_unit('unit', 'decimals', 'is_rounded') }} as value_half,
    correction_id,
    {{ evidence('corrected') }}
from corrected
