-- 未执行金额最大的项目
-- Projects with the most money left
select
    fiscal_year,
    region_name,
    organization_name,
    project_name,
    budget_wan,
    executed_wan,
    budget_wan - executed_wan as left_wan
from fct_evaluations
where subject = 'project' and counts_in_totals and budget_wan > executed_wan
order by left_wan desc
limit 50
