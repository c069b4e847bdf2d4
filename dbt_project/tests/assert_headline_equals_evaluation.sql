-- The figures of an evaluation are those of its headline line.
select evaluations.report_id
from {{ ref('fct_evaluations') }} as evaluations
left join {{ ref('fct_budget_execution') }} as lines
    on evaluations.report_id = lines.report_id and lines.is_headline
where
    evaluations.budget_wan is distinct from lines.budget_wan
    or evaluations.funds_received_wan is distinct from lines.funds_received_wan
    or evaluations.executed_wan is distinct from lines.executed_wan
    or evaluations.execution_rate is distinct from lines.execution_rate
    or evaluations.execution_rate_basis is distinct from lines.execution_rate_basis
