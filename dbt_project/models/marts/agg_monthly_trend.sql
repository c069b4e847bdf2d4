-- Months by what ledgers say of projects (source ledger), and by what the reports filed in them say (source reports).
-- A change on the month before stays within the year: what is spent begins anew with January.
with own_projects as (
    select
        region_code,
        'own' as scope,
        month,
        annual_budget_wan,
        executed_to_date_wan,
        executed_in_month_wan,
        is_zero_execution,
        is_slow,
        annual_budget_wan is not null and executed_to_date_wan is not null as is_covered
    from {{ ref('fct_monthly_execution') }}
    where subject = 'project'
),

projects as (
    select * from own_projects
    union all
    select
        ancestors.ancestor_code as region_code,
        'with_subordinates' as scope,
        own_projects.month,
        own_projects.annual_budget_wan,
        own_projects.executed_to_date_wan,
        own_projects.executed_in_month_wan,
        own_projects.is_zero_execution,
        own_projects.is_slow,
        own_projects.is_covered
    from own_projects
    inner join {{ ref('int_region_ancestors') }} as ancestors on own_projects.region_code = ancestors.region_code
),

findings as (
    select
        report_id,
        count(*) as finding_count,
        sum(case when severity = 'error' then 1 else 0 end) as error_count,
        sum(case when severity = 'warning' then 1 else 0 end) as warning_count,
        sum(case when severity = 'info' then 1 else 0 end) as info_count
    from {{ ref('fct_review_findings') }}
    group by report_id
),

own_reports as (
    select
        evaluations.region_code,
        'own' as scope,
        documents.filed_month as month,
        evaluations.reported_total_score,
        evaluations.budget_wan,
        evaluations.executed_wan,
        evaluations.subject = 'project'
        and evaluations.counts_in_totals
        and evaluations.budget_wan is not null
        and evaluations.executed_wan is not null as is_covered,
        coalesce(findings.finding_count, 0) as finding_count,
        coalesce(findings.error_count, 0) as error_count,
        coalesce(findings.warning_count, 0) as warning_count,
        coalesce(findings.info_count, 0) as info_count
    from {{ ref('fct_evaluations') }} as evaluations
    inner join {{ ref('dim_documents') }} as documents on evaluations.document_id = documents.document_id
    left join findings on evaluations.report_id = findings.report_id
),

reports as (
    select * from own_reports
    union all
    select
        ancestors.ancestor_code as region_code,
        'with_subordinates' as scope,
        own_reports.month,
        own_reports.reported_total_score,
        own_reports.budget_wan,
        own_reports.executed_wan,
        own_reports.is_covered,
        own_reports.finding_count,
        own_reports.error_count,
        own_reports.warning_count,
        own_reports.info_count
    from own_reports
    inner join {{ ref('int_region_ancestors') }} as ancestors on own_reports.region_code = ancestors.region_code
),

ledger_months as (
    select
        region_code,
        scope,
        'ledger' as source,
        month,
        count(*) as project_count,
        sum(case when is_covered then 1 else 0 end) as covered_project_count,
        sum(case when is_covered then annual_budget_wan end) as annual_budget_wan,
        sum(case when is_covered then executed_to_date_wan end) as executed_to_date_wan,
        sum(executed_in_month_wan) as executed_in_month_wan,
        count(executed_in_month_wan) as in_month_project_count,
        sum(case when is_zero_execution then 1 else 0 end) as zero_execution_count,
        sum(case when is_slow then 1 else 0 end) as slow_count
    from projects
    group by region_code, scope, month
),

report_months as (
    select
        region_code,
        scope,
        'reports' as source,
        month,
        count(*) as report_count,
        sum(case when is_covered then 1 else 0 end) as covered_report_count,
        sum(case when is_covered then budget_wan end) as budget_wan,
        sum(case when is_covered then executed_wan end) as executed_wan,
        count(reported_total_score) as scored_report_count,
        avg(cast(reported_total_score as double)) as mean_score,
        sum(finding_count) as finding_count,
        sum(error_count) as error_count,
        sum(warning_count) as warning_count,
        sum(info_count) as info_count
    from reports
    group by region_code, scope, month
),

months as (
    select
        region_code,
        scope,
        source,
        month,
        project_count,
        covered_project_count,
        annual_budget_wan,
        executed_to_date_wan,
        executed_in_month_wan,
        in_month_project_count,
        zero_execution_count,
        slow_count,
        cast(null as integer) as report_count,
        cast(null as integer) as covered_report_count,
        cast(null as decimal(20, 6)) as budget_wan,
        cast(null as decimal(20, 6)) as executed_wan,
        cast(null as integer) as scored_report_count,
        cast(null as double) as mean_score,
        cast(null as integer) as finding_count,
        cast(null as integer) as error_count,
        cast(null as integer) as warning_count,
        cast(null as integer) as info_count,
        {{ safe_rate('executed_to_date_wan', 'annual_budget_wan') }} as execution_rate
    from ledger_months
    union all
    select
        region_code,
        scope,
        source,
        month,
        cast(null as integer) as project_count,
        cast(null as integer) as covered_project_count,
        cast(null as decimal(20, 6)) as annual_budget_wan,
        cast(null as decimal(20, 6)) as executed_to_date_wan,
        cast(null as decimal(20, 6)) as executed_in_month_wan,
        cast(null as integer) as in_month_project_count,
        cast(null as integer) as zero_execution_count,
        cast(null as integer) as slow_count,
        report_count,
        covered_report_count,
        budget_wan,
        executed_wan,
        scored_report_count,
        mean_score,
        finding_count,
        error_count,
        warning_count,
        info_count,
        {{ safe_rate('executed_wan', 'budget_wan') }} as execution_rate
    from report_months
),

followed as (
    select
        *,
        cast(month(month) as double) / 12 as elapsed_share,
        sum(report_count) over (
            partition by region_code, scope, source, year(month) order by month
        ) as report_count_to_date,
        case
            when
                lag(month) over (partition by region_code, scope, source, year(month) order by month)
                = month - interval 1 month
                then lag(execution_rate) over (partition by region_code, scope, source, year(month) order by month)
        end as rate_month_before,
        case
            when
                lag(month) over (partition by region_code, scope, source order by month) = month - interval 1 month
                then lag(mean_score) over (partition by region_code, scope, source order by month)
        end as score_month_before
    from months
)

select
    followed.region_code,
    {{ month_text('followed.month') }} as month,
    followed.month as first_day,
    followed.scope,
    followed.source,
    cast(followed.project_count as integer) as project_count,
    cast(followed.covered_project_count as integer) as covered_project_count,
    cast(followed.annual_budget_wan as decimal(20, 6)) as annual_budget_wan,
    cast(followed.executed_to_date_wan as decimal(20, 6)) as executed_to_date_wan,
    cast(followed.executed_in_month_wan as decimal(20, 6)) as executed_in_month_wan,
    cast(followed.in_month_project_count as integer) as in_month_project_count,
    case when followed.source = 'ledger' then followed.execution_rate end as execution_rate_to_date,
    case when followed.source = 'ledger' then followed.elapsed_share end as time_progress_rate,
    case when followed.source = 'ledger' then followed.execution_rate - followed.elapsed_share end as progress_gap,
    cast(followed.zero_execution_count as integer) as zero_execution_count,
    cast(followed.slow_count as integer) as slow_count,
    cast(followed.report_count as integer) as report_count,
    cast(followed.report_count_to_date as integer) as report_count_to_date,
    cast(followed.scored_report_count as integer) as scored_report_count,
    followed.mean_score,
    cast(followed.covered_report_count as integer) as covered_report_count,
    cast(followed.budget_wan as decimal(20, 6)) as budget_wan,
    cast(followed.executed_wan as decimal(20, 6)) as executed_wan,
    case when followed.source = 'reports' then followed.execution_rate end as execution_rate,
    cast(followed.finding_count as integer) as finding_count,
    cast(followed.error_count as integer) as error_count,
    cast(followed.warning_count as integer) as warning_count,
    cast(followed.info_count as integer) as info_count,
    followed.execution_rate - followed.rate_month_before as rate_change_on_month,
    followed.execution_rate - year_before.execution_rate as rate_change_on_year,
    followed.mean_score - followed.score_month_before as score_change_on_month,
    followed.mean_score - year_before.mean_score as score_change_on_year
from followed
left join followed as year_before
    on
        followed.region_code = year_before.region_code
        and followed.scope = year_before.scope
        and followed.source = year_before.source
        and followed.month = year_before.month + interval 1 year
