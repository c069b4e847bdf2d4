-- 扣分原因
-- Reasons given for lost points
select
    evaluations.organization_name,
    evaluations.project_name,
    scores.level3,
    scores.weight,
    scores.score,
    scores.deduction_reason
from fct_indicator_scores as scores
inner join fct_evaluations as evaluations on scores.report_id = evaluations.report_id
where scores.score < scores.weight and scores.deduction_reason is not null
order by scores.weight - scores.score desc
