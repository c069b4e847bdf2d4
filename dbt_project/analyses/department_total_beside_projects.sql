-- 部门项目支出与各项目合计
-- A department's total beside the sum of its projects
select
    units.organization_name,
    beside.fiscal_year,
    beside.budget_wan,
    beside.projects_budget_wan,
    beside.difference_wan,
    beside.executed_wan,
    beside.projects_executed_wan,
    beside.project_count
from agg_departments_beside_projects as beside
inner join dim_organizations as units on beside.organization_id = units.organization_id
order by abs(beside.difference_wan) desc nulls last, units.organization_name asc, beside.fiscal_year asc
