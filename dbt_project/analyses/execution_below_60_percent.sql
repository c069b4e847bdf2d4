-- 执行率低于 60% 的项目
-- Projects with less than 60% executed
select
    fiscal_year,
    region_name,
    organization_name,
    project_name,
    budget_wan,
    executed_wan,
    round(execution_rate * 100, 2) as execution_percent,
    reported_total_score
from fct_evaluations
where subject = 'project' and execution_rate < 0.6
order by execution_rate asc, budget_wan desc
