-- 所述执行率与计算值
-- Stated beside computed execution rates
select
    evaluations.project_name,
    lines.line_label,
    lines.budget_wan,
    lines.executed_wan,
    round(100 * lines.execution_rate, 2) as computed_percent,
    round(100 * lines.reported_execution_rate, 2) as stated_percent
from fct_budget_execution as lines
inner join fct_evaluations as evaluations on lines.report_id = evaluations.report_id
where
    lines.execution_rate_basis = 'computed'
    and abs(lines.execution_rate - lines.reported_execution_rate) > 0.0001
order by abs(lines.execution_rate - lines.reported_execution_rate) desc
