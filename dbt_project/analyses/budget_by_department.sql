-- 各主管部门的预算与执行
-- Budget and execution by supervising department
select
    departments.organization_name as department,
    evaluations.fiscal_year,
    count(*) as project_count,
    sum(evaluations.budget_wan) as budget_wan,
    sum(evaluations.executed_wan) as executed_wan,
    round(100.0 * sum(evaluations.executed_wan) / nullif(sum(evaluations.budget_wan), 0), 2) as execution_percent
from fct_evaluations as evaluations
inner join dim_organizations as departments on evaluations.department_id = departments.organization_id
where
    evaluations.subject = 'project'
    and evaluations.counts_in_totals
    and evaluations.budget_wan is not null
    and evaluations.executed_wan is not null
group by departments.organization_name, evaluations.fiscal_year
order by budget_wan desc
