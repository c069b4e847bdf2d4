-- What each ledger said of a project, or of a unit as a whole, in a month, and since when and until when that counted.
-- Of two ledgers that say something of it at the same time, `rank_no` 1 is the one that came last, or stands first.
select
    amounts.report_id,
    amounts.document_id,
    amounts.subject,
    amounts.fiscal_year,
    amounts.region_code,
    amounts.organization_id,
    amounts.department_id,
    amounts.project_id,
    amounts.is_synthetic,
    amounts.subject_id,
    amounts.series,
    amounts.organization_name,
    amounts.project_name,
    amounts.project_code,
    amounts.entry_no,
    amounts.month,
    amounts.entry_count,
    amounts.annual_budget_wan,
    amounts.budget_basis,
    amounts.executed_to_date_wan,
    amounts.executed_in_month_wan,
    amounts.annual_budget_half,
    amounts.executed_to_date_half,
    amounts.executed_in_month_half,
    amounts.reported_execution_rate,
    {{ evidence('amounts') }},
    history.version_no,
    history.known_from,
    history.known_to,
    row_number() over (
        partition by amounts.subject, amounts.subject_id, amounts.month
        order by
            case when history.known_to is null then 0 else 1 end asc, history.known_from desc, amounts.report_id asc,
            history.version_no desc
    ) as rank_no
from {{ ref('int_ledger_amounts') }} as amounts
inner join {{ ref('int_ledger_history') }} as history
    on
        amounts.document_id = history.document_id
        and amounts.subject = history.subject
        and amounts.organization_id = history.organization_id
        and amounts.series = history.series
        and amounts.month = history.month
