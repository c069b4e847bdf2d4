-- Every figure and field that a correction may name, with the text that the source has there.
{%- set indicator_fields = {
    'weight': 'weight_text',
    'score': 'score_text',
    'level1_weight': plain_number('level1_weight'),
    'level2_weight': plain_number('level2_weight'),
    'deduction': plain_number('deduction'),
    'level1': 'level1',
    'level2': 'level2',
    'level3': 'level3',
    'deduction_reason': 'deduction_reason',
    'target_operator': 'target_operator',
    'target_value_text': 'target_value_text',
    'target_unit': 'target_unit',
    'actual_value_text': 'actual_value_text',
    'explanation': 'explanation',
    'criteria': 'criteria',
} %}
{%- set report_fields = {
    'title': 'title',
    'project_name': 'project_name',
    'organization_name': 'organization_name',
    'department_name': 'department_name',
    'region_text': 'region_text',
    'fiscal_year': 'cast(coalesce(title_year, money_year, table_year) as string)',
    'evaluation_date': 'cast(evaluation_date as string)',
    'evaluation_kind': 'evaluation_kind',
    'grade': 'grade_text',
    'goal_text': 'goal_text',
    'completion_text': 'completion_text',
} %}
with amounts as (
    select * from {{ source('raw', 'amounts') }}
),

indicators as (
    select * from {{ source('raw', 'indicators') }}
),

reports as (
    select * from {{ source('raw', 'reports') }}
)

select
    document_id,
    report_id,
    report_no,
    'amount' as figure,
    amount_no as item_no,
    measure as field,
    line_no,
    is_line_cell,
    block_no,
    row_no,
    col_no,
    value_text as text,
    {{ printed('amounts') }} as text_with_unit,
    unit
from amounts
{%- for field, text in indicator_fields.items() %}
{%- set is_placed = field in ('weight', 'score') %}
union all
select
    document_id,
    report_id,
    report_no,
    'indicator' as figure,
    indicator_no as item_no,
    '{{ field }}' as field,
    cast(null as integer) as line_no,
    false as is_line_cell,
    {{ 'block_no' if is_placed else 'cast(null as integer)' }} as block_no,
    {{ 'row_no' if is_placed else 'cast(null as integer)' }} as row_no,
    {{ field ~ '_col_no' if is_placed else 'cast(null as integer)' }} as col_no,
    {{ text }} as text,
    {{ text }} as text_with_unit,
    {{ "'points'" if is_placed else 'cast(null as string)' }} as unit
from indicators
{%- endfor %}
{%- for field, text in report_fields.items() %}
union all
select
    document_id,
    report_id,
    report_no,
    'report' as figure,
    report_no as item_no,
    '{{ field }}' as field,
    cast(null as integer) as line_no,
    false as is_line_cell,
    cast(null as integer) as block_no,
    cast(null as integer) as row_no,
    cast(null as integer) as col_no,
    {{ text }} as text,
    {{ text }} as text_with_unit,
    cast(null as string) as unit
from reports
{%- endfor %}
