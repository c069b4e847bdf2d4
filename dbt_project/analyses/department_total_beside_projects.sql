-- 部门项目支出与各项目合计
-- A department's total beside the sum of its projects
with projects as (
    select
        department_id,
        fiscal_year,
        count(*) as project_count,
        sum(budget_wan) as projects_budget_wan,
        sum(executed_wan) as projects_executed_wan
    from fct_evaluations
    where subject = 'project' and counts_in_totals
    group by department_id, fiscal_year
)

select
    evaluations.organization_name,
    evaluations.fiscal_year,
    lines.line_label,
    lines.budget_wan,
    projects.projects_budget_wan,
    lines.budget_wan - projects.projects_budget_wan as without_report_wan,
    projects.project_count
from fct_evaluations as evaluations
inner join fct_budget_execution as lines
    on evaluations.report_id = lines.report_id and lines.expenditure_category = 'project'
inner join projects
    on evaluations.organization_id = projects.department_id and evaluations.fiscal_year = projects.fiscal_year
where evaluations.subject = 'department'
order by without_report_wan desc
