with executed as (
    select * from {{ ref('int_monthly_execution') }}
)

select
    {{ report_keys('executed') }},
    executed.month,
    executed.project_name,
    executed.organization_name,
    executed.project_code,
    executed.entry_count,
    executed.annual_budget_wan,
    executed.budget_basis,
    executed.executed_to_date_wan,
    executed.executed_to_date_basis,
    executed.executed_in_month_wan,
    executed.executed_in_month_basis,
    executed.execution_rate_to_date,
    executed.execution_rate_basis,
    executed.reported_execution_rate,
    executed.time_progress_rate,
    executed.progress_gap,
    executed.execution_rate_to_date - month_before.execution_rate_to_date as rate_change_on_month,
    executed.execution_rate_to_date - year_before.execution_rate_to_date as rate_change_on_year,
    executed.annual_budget_wan > 0 and executed.executed_to_date_wan = 0 as is_zero_execution,
    round(executed.progress_gap, 9) < -{{ var('slow_progress_gap') }} as is_slow,
    {{ evidence('executed') }}
from executed
left join executed as month_before
    on
        executed.subject = month_before.subject
        and executed.subject_id = month_before.subject_id
        and executed.fiscal_year = month_before.fiscal_year
        and executed.month = month_before.month + interval 1 month
left join executed as year_before
    on
        executed.subject = year_before.subject
        and executed.subject_id = year_before.subject_id
        and executed.month = year_before.month + interval 1 year
