with source as (
    select * from {{ source('raw', 'reports') }}
)

select
    report_id,
    document_id,
    report_no,
    form,
    subject,
    evaluation_kind,
    printed_evaluation_kind,
    title,
    project_name,
    organization_name,
    department_name,
    region_text,
    project_type,
    title_year,
    money_year,
    table_year,
    coalesce(title_year, money_year, table_year) as fiscal_year,
    evaluation_date,
    coalesce(evaluation_month, cast(date_trunc('month', evaluation_date) as date)) as evaluation_month,
    goal_text,
    completion_text,
    grade,
    grade_text
from source
