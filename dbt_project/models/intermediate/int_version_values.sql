-- What the versions of a report say, value by value, of reports that were filed more than once. `item` names the row
-- (a line's label, an indicator's name), `occurrence` tells rows of one name apart.
{%- set report_fields = [
    'title', 'project_name', 'organization_name', 'evaluation_date', 'reported_total_score', 'reported_grade_text',
    'goal_text', 'completion_text',
] %}
{%- set line_fields = [
    'initial_budget_wan', 'budget_adjustment_wan', 'annual_budget_wan', 'budget_wan', 'funds_received_wan',
    'executed_wan', 'reported_execution_rate',
] %}
{%- set indicator_fields = [
    'weight', 'score', 'target_operator', 'target_value_text', 'target_unit', 'actual_value_text', 'deduction_reason',
    'explanation', 'criteria',
] %}
{%- set decimals = ['reported_total_score', 'weight', 'score'] %}
with refiled as (
    select report_id
    from {{ ref('int_report_versions') }}
    where previous_report_id is not null
    union
    select previous_report_id as report_id
    from {{ ref('int_report_versions') }}
    where previous_report_id is not null
),

evaluations as (
    select
        evaluations.*,
        cast(null as string) as item,
        1 as item_no,
        1 as occurrence
    from {{ ref('int_evaluations') }} as evaluations
    inner join refiled on evaluations.report_id = refiled.report_id
),

lines as (
    select
        lines.*,
        {{ normalise_name('lines.line_label') }} as item,
        lines.line_no as item_no,
        row_number() over (
            partition by lines.report_id, {{ normalise_name('lines.line_label') }}
            order by lines.line_no
        ) as occurrence
    from {{ ref('int_funding_lines') }} as lines
    inner join refiled on lines.report_id = refiled.report_id
),

named_indicators as (
    select
        indicators.*,
        {{ normalise_name("coalesce(indicators.level3, indicators.level2, indicators.level1, '')") }} as item
    from {{ ref('int_indicators') }} as indicators
    inner join refiled on indicators.report_id = refiled.report_id
),

indicators as (
    select
        *,
        indicator_no as item_no,
        row_number() over (partition by report_id, item order by indicator_no) as occurrence
    from named_indicators
),

told as ( -- noqa: disable=LT02
{%- for kind, relation, fields in [
    ('report', 'evaluations', report_fields), ('line', 'lines', line_fields),
    ('indicator', 'indicators', indicator_fields),
] %}
{%- set kind_no = loop.index %}
{%- set outer = loop %}
{%- for field in fields %}
    select
        report_id,
        {{ kind_no }} as kind_no,
        '{{ kind }}' as kind,
        item,
        item_no,
        occurrence,
        {{ loop.index }} as field_no,
        '{{ field }}' as field,
        {{ plain_number(field) if field in decimals or '_wan' in field else 'cast(' ~ field ~ ' as string)' }} as value
    from {{ relation }}
    {{ 'union all' if not (loop.last and outer.last) }}
{%- endfor %}
{%- endfor %}
) -- noqa: enable=LT02

select
    report_id,
    kind_no,
    kind,
    item,
    item_no,
    occurrence,
    field_no,
    field,
    value
from told
where value is not null
