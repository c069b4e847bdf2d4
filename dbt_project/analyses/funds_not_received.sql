-- 资金未足额到位的报告
-- Reports whose funds did not arrive in full
select
    evaluations.fiscal_year,
    evaluations.organization_name,
    evaluations.project_name,
    lines.line_label,
    lines.budget_wan,
    lines.funds_received_wan,
    round(lines.funds_received_rate * 100, 2) as received_percent
from fct_budget_execution as lines
inner join fct_evaluations as evaluations on lines.report_id = evaluations.report_id
where lines.is_headline and lines.funds_received_rate < 1
order by lines.funds_received_rate
