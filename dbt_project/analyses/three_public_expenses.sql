-- “三公”经费预算与支出
-- The three public expenses
select
    evaluations.organization_name,
    lines.fiscal_year,
    lines.line_label,
    lines.budget_wan,
    lines.executed_wan,
    round(lines.execution_rate * 100, 2) as execution_percent
from fct_budget_execution as lines
inner join fct_evaluations as evaluations on lines.report_id = evaluations.report_id
where lines.expenditure_category = 'three_public'
order by lines.fiscal_year desc, lines.executed_wan desc
