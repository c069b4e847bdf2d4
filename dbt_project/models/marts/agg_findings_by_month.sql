-- Findings per hundred reports, by rule and by the month in which the reports were filed.
with reports as (
    select
        evaluations.report_id,
        documents.filed_month
    from {{ ref('fct_evaluations') }} as evaluations
    inner join {{ ref('dim_documents') }} as documents on evaluations.document_id = documents.document_id
),

months as (
    select
        filed_month,
        count(*) as report_count
    from reports
    group by filed_month
),

found as (
    select
        reports.filed_month,
        findings.rule_id,
        findings.severity,
        count(*) as finding_count,
        count(distinct findings.report_id) as reports_with_finding
    from {{ ref('fct_review_findings') }} as findings
    inner join reports on findings.report_id = reports.report_id
    group by reports.filed_month, findings.rule_id, findings.severity
)

select
    found.filed_month as month,
    found.rule_id,
    found.severity,
    cast(months.report_count as integer) as report_count,
    cast(found.finding_count as integer) as finding_count,
    cast(found.reports_with_finding as integer) as reports_with_finding,
    {{ safe_rate('found.finding_count * 100', 'months.report_count') }} as findings_per_100_reports
from found
inner join months on found.filed_month = months.filed_month
