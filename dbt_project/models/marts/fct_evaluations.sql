with findings as (
    select
        report_id,
        count(*) as finding_count
    from {{ ref('fct_review_findings') }}
    group by report_id
)

select
    {{ report_keys('keys') }},
    reports.report_no,
    reports.form,
    reports.evaluation_kind,
    reports.printed_evaluation_kind,
    reports.title,
    reports.project_name,
    reports.organization_name,
    regions.region_name,
    reports.evaluation_date,
    reports.evaluation_month,
    reports.goal_text,
    reports.completion_text,
    scores.total_weight,
    scores.reported_total_score,
    scores.computed_total_score,
    reports.grade as reported_grade,
    reports.grade_text as reported_grade_text,
    scores.computed_grade,
    headlines.budget_wan,
    headlines.funds_received_wan,
    headlines.executed_wan,
    headlines.execution_rate,
    headlines.execution_rate_basis,
    cast(coalesce(findings.finding_count, 0) as integer) as finding_count,
    counting.counts_in_totals
from {{ ref('int_report_keys') }} as keys
inner join {{ ref('stg_reports') }} as reports on keys.report_id = reports.report_id
inner join {{ ref('int_counting') }} as counting on keys.report_id = counting.report_id
inner join {{ ref('int_report_scores') }} as scores on keys.report_id = scores.report_id
inner join {{ ref('dim_regions') }} as regions on keys.region_code = regions.region_code
left join {{ ref('int_headlines') }} as headlines on keys.report_id = headlines.report_id
left join findings on keys.report_id = findings.report_id
