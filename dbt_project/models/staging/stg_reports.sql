-- One report, corrected. A corrected year counts; the years printed in the report stay beside it.
{%- set texts = [
    'title', 'project_name', 'organization_name', 'department_name', 'region_text', 'evaluation_kind', 'goal_text',
    'completion_text',
] %}
with source as (
    select * from {{ source('raw', 'reports') }}
),

corrections as (
    select
        report_id,
        {%- for field in texts %}
        {{ corrected_field(field) }} as {{ field }},
        {%- endfor %}
        cast({{ corrected_field('fiscal_year', 'value_number') }} as integer) as fiscal_year,
        {{ corrected_field('evaluation_date', 'value_date') }} as evaluation_date,
        {{ corrected_field('grade') }} as grade_text,
        {{ corrected_field('grade', 'value_grade') }} as grade
    from {{ ref('stg_corrections') }}
    where status = 'applied' and figure = 'report'
    group by report_id
)

select
    source.report_id,
    source.document_id,
    source.report_no,
    source.form,
    source.subject,
    {%- for field in texts %}
    coalesce(corrections.{{ field }}, source.{{ field }}) as {{ field }},
    {%- endfor %}
    source.printed_evaluation_kind,
    source.project_type,
    source.title_year,
    source.money_year,
    source.table_year,
    coalesce(corrections.fiscal_year, source.title_year, source.money_year, source.table_year) as fiscal_year,
    coalesce(corrections.evaluation_date, source.evaluation_date) as evaluation_date,
    coalesce(
        cast(date_trunc('month', corrections.evaluation_date) as date),
        source.evaluation_month,
        cast(date_trunc('month', source.evaluation_date) as date)
    ) as evaluation_month,
    coalesce(corrections.grade, source.grade) as grade,
    coalesce(corrections.grade_text, source.grade_text) as grade_text
from source
left join corrections on source.report_id = corrections.report_id
