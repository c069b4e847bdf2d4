-- Projects of ledgers for which no report of the year was filed, with the reported project of the same division whose
-- name holds theirs, or is held by it: only equal names are joined, a person decides on the others.
with ledgers as (
    select
        *,
        {{ project_stem('project_name') }} as stem,
        row_number() over (
            partition by project_id, fiscal_year
            order by month desc, report_id asc
        ) as position
    from {{ ref('int_monthly_execution') }}
    where subject = 'project'
),

reports as (
    select distinct
        project_id,
        fiscal_year,
        region_code,
        project_name,
        {{ project_stem('project_name') }} as stem
    from {{ ref('fct_evaluations') }}
    where subject = 'project' and project_name is not null
),

unmatched as (
    select ledgers.*
    from ledgers
    left join reports on ledgers.project_id = reports.project_id and ledgers.fiscal_year = reports.fiscal_year
    where ledgers.position = 1 and reports.project_id is null
),

near as (
    select
        unmatched.project_id,
        unmatched.fiscal_year,
        reports.project_id as candidate_project_id,
        reports.project_name as candidate_project_name,
        row_number() over (
            partition by unmatched.project_id, unmatched.fiscal_year
            order by abs(length(reports.stem) - length(unmatched.stem)), reports.project_id
        ) as position
    from unmatched
    inner join reports
        on
            unmatched.region_code = reports.region_code
            and unmatched.fiscal_year = reports.fiscal_year
            and (reports.stem like '%' || unmatched.stem || '%' or unmatched.stem like '%' || reports.stem || '%')
)

select
    {{ report_keys('unmatched') }},
    unmatched.project_name,
    unmatched.organization_name,
    unmatched.month as last_month,
    unmatched.annual_budget_wan,
    unmatched.executed_to_date_wan,
    near.candidate_project_id,
    near.candidate_project_name
from unmatched
left join near
    on
        unmatched.project_id = near.project_id
        and unmatched.fiscal_year = near.fiscal_year
        and near.position = 1
