with source as (
    select * from {{ source('raw', 'indicators') }}
)

select
    report_id,
    indicator_no,
    level1,
    level2,
    level3,
    {{ bounded_decimal('level1_weight', 9, 4) }} as level1_weight,
    {{ bounded_decimal('level2_weight', 9, 4) }} as level2_weight,
    {{ bounded_decimal('weight', 9, 4) }} as weight,
    {{ bounded_decimal('score', 9, 4) }} as score,
    {{ half_unit("'points'", printed_decimals('weight_text')) }} as weight_half,
    {{ half_unit("'points'", printed_decimals('score_text')) }} as score_half,
    {{ bounded_decimal('deduction', 9, 4) }} as deduction,
    deduction_reason,
    target_operator,
    target_value_text,
    target_unit,
    actual_value_text,
    explanation,
    criteria,
    is_execution_row,
    read_shifted,
    weight_col_no,
    score_col_no,
    {{ evidence('source') }}
from source
