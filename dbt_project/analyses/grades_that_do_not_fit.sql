-- 等次与总分不符或缺等次的报告
-- Grades that are missing or do not fit the total
select
    organization_name,
    project_name,
    fiscal_year,
    reported_total_score,
    reported_grade_text,
    computed_grade
from fct_evaluations
where reported_total_score is not null and reported_grade is distinct from computed_grade
order by reported_total_score desc
