-- A version as its ledger gives it; what follows from other months' ledgers is in fct_monthly_execution only.
select
    {{ report_keys('versions') }},
    versions.version_no,
    versions.known_from,
    versions.known_to,
    versions.known_to is null and versions.rank_no = 1 as is_current,
    versions.month,
    versions.project_name,
    versions.organization_name,
    versions.annual_budget_wan,
    versions.budget_basis,
    versions.executed_to_date_wan,
    versions.executed_in_month_wan,
    {{ safe_rate('versions.executed_to_date_wan', 'versions.annual_budget_wan') }} as execution_rate_to_date,
    versions.reported_execution_rate,
    {{ evidence('versions') }}
from {{ ref('int_ledger_versions') }} as versions
