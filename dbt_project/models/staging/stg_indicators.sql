-- One indicator row, corrected.
{%- set points = ['weight', 'score', 'level1_weight', 'level2_weight', 'deduction'] %}
{%- set texts = [
    'level1', 'level2', 'level3', 'deduction_reason', 'target_operator', 'target_value_text', 'target_unit',
    'actual_value_text', 'explanation', 'criteria',
] %}
with source as (
    select * from {{ source('raw', 'indicators') }}
),

corrections as (
    select
        report_id,
        item_no as indicator_no,
        {%- for field in points %}
        {{ corrected_field(field, 'value_number') }} as {{ field }},
        {%- endfor %}
        {%- for field in texts %}
        {{ corrected_field(field) }} as {{ field }},
        {%- endfor %}
        {{ corrected_field('weight') }} as weight_text,
        {{ corrected_field('score') }} as score_text,
        {{ join_distinct('correction_id') }} as correction_id
    from {{ ref('stg_corrections') }}
    where status = 'applied' and figure = 'indicator'
    group by report_id, item_no
),

corrected as (
    select
        source.report_id,
        source.indicator_no,
        {%- for field in points + texts + ['weight_text', 'score_text'] %}
        coalesce(corrections.{{ field }}, source.{{ field }}) as {{ field }},
        {%- endfor %}
        source.is_execution_row,
        source.read_shifted,
        source.weight_col_no,
        source.score_col_no,
        corrections.correction_id,
        {{ evidence('source') }}
    from source
    left join corrections
        on source.report_id = corrections.report_id and source.indicator_no = corrections.indicator_no
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
    correction_id,
    {{ evidence('corrected') }}
from corrected
