-- The money for projects that a department states, beside the sum over the reports of the projects it supervises.
with projects as (
    select
        department_id,
        fiscal_year,
        count(*) as project_count,
        sum(budget_wan) as budget_wan,
        sum(executed_wan) as executed_wan
    from {{ ref('fct_evaluations') }}
    where subject = 'project' and counts_in_totals
    group by department_id, fiscal_year
)

select
    {{ report_keys('lines') }},
    lines.line_no,
    lines.budget_wan,
    lines.executed_wan,
    cast(coalesce(projects.project_count, 0) as integer) as project_count,
    cast(projects.budget_wan as decimal(20, 6)) as projects_budget_wan,
    cast(projects.executed_wan as decimal(20, 6)) as projects_executed_wan,
    cast(lines.budget_wan - projects.budget_wan as decimal(20, 6)) as difference_wan
from {{ ref('fct_budget_execution') }} as lines
left join projects
    on
        lines.organization_id = projects.department_id
        and lines.fiscal_year = projects.fiscal_year
        and {{ is_named_unit('lines.organization_id') }}
where
    lines.subject = 'department'
    and lines.line_kind <> 'source'
    and lines.expenditure_category = 'project'
    and lines.origin = 'table'
