-- One indicator row, corrected. What reading understood of a text goes when the text is corrected. Whether a whole
-- number of points has been rounded is told by the number that a spreadsheet stores behind it.
{%- set points = ['weight', 'score', 'level1_weight', 'level2_weight', 'deduction'] %}
{%- set texts = [
    'level1', 'level2', 'level3', 'deduction_reason', 'target_operator', 'target_value_text', 'target_unit',
    'actual_value_text', 'explanation', 'criteria',
] %}
{%- set understood = {
    'comparison': 'measurement',
    'target_number': 'measurement',
    'actual_number': 'measurement',
    'actual_decimals': 'measurement',
    'measured_unit': 'measurement',
    'target_years': 'target',
    'stated_reason': 'reason',
    'deduction_step': 'criterion',
    'full_marks_rate': 'criterion',
    'rate_step': 'criterion',
    'rate_step_points': 'criterion',
} %}
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
        max(
            case
                when figure_field in ('target_operator', 'target_value_text', 'target_unit', 'actual_value_text') then 1
            end
        ) as other_measurement,
        max(case when figure_field in ('target_value_text', 'target_unit') then 1 end) as other_target,
        max(case when figure_field in ('deduction_reason', 'weight', 'score') then 1 end) as other_reason,
        max(case when figure_field in ('criteria', 'explanation') then 1 end) as other_criterion,
        {{ corrected_field('weight') }} as weight_text,
        {{ corrected_field('score') }} as score_text,
        {{ join_distinct('correction_id') }} as correction_id
    from {{ ref('stg_corrections') }}
    where status = 'applied' and figure = 'indicator'
    group by report_id, item_no
),

stored as (
    select * from {{ ref('stg_cells') }}
    where stored_value is not null
),

corrected as (
    select
        source.report_id,
        source.indicator_no,
        {%- for field in points + texts + ['weight_text', 'score_text'] %}
        coalesce(corrections.{{ field }}, source.{{ field }}) as {{ field }},
        {%- endfor %}
        {%- for field, texts in understood.items() %}
        case when corrections.other_{{ texts }} is null then source.{{ field }} end as {{ field }},
        {%- endfor %}
        source.scoring_is_open or corrections.other_criterion is not null as scoring_is_open,
        {%- for field in ['weight', 'score'] %}
        corrections.{{ field }} is null
        and {{ is_rounded('stored_' ~ field ~ '.stored_value', 'source.' ~ field) }} as {{ field }}_is_rounded,
        {%- endfor %}
        source.is_execution_row,
        source.read_shifted,
        source.weight_col_no,
        source.score_col_no,
        source.target_col_no,
        source.actual_col_no,
        corrections.correction_id,
        {{ evidence('source') }}
    from source
    left join corrections
        on source.report_id = corrections.report_id and source.indicator_no = corrections.indicator_no
    {%- for field in ['weight', 'score'] %}
    left join stored as stored_{{ field }}
        on
            source.document_id = stored_{{ field }}.document_id
            and source.block_no = stored_{{ field }}.block_no
            and source.row_no = stored_{{ field }}.row_no
            and source.{{ field }}_col_no = stored_{{ field }}.col_no
    {%- endfor %}
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
    {{ half_unit("'points'", printed_decimals('weight_text'), 'weight_is_rounded') }} as weight_half,
    {{ half_unit("'points'", printed_decimals('score_text'), 'score_is_rounded') }} as score_half,
    {{ bounded_decimal('deduction', 9, 4) }} as deduction,
    deduction_reason,
    target_operator,
    target_value_text,
    target_unit,
    actual_value_text,
    explanation,
    criteria,
    {%- for field in understood %}
    {{ field }},
    {%- endfor %}
    scoring_is_open,
    is_execution_row,
    read_shifted,
    weight_col_no,
    score_col_no,
    target_col_no,
    actual_col_no,
    correction_id,
    {{ evidence('corrected') }}
from corrected
