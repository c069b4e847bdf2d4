-- 一分钱没花却得高分的项目
-- Projects that spent nothing and score high
select
    fiscal_year,
    region_name,
    organization_name,
    project_name,
    budget_wan,
    executed_wan,
    reported_total_score,
    reported_grade_text
from fct_evaluations
where executed_wan = 0 and budget_wan > 0 and reported_total_score >= 90
order by budget_wan desc
