-- 满意度指标的目标与实际
-- Satisfaction: targets and actual values
select
    evaluations.organization_name,
    evaluations.project_name,
    scores.level3,
    concat(scores.target_operator, scores.target_value_text, scores.target_unit) as target,
    scores.actual_value_text,
    scores.weight,
    scores.score
from fct_indicator_scores as scores
inner join fct_evaluations as evaluations on scores.report_id = evaluations.report_id
where scores.dimension = 'satisfaction'
order by scores.score_rate, evaluations.organization_name
