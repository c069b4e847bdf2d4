-- One evaluation as a version of a report gives it, of all versions, with the corrections that touched its figures.
with corrections as (
    select
        corrections.report_id,
        {{ join_distinct('corrections.correction_id') }} as correction_id
    from {{ ref('stg_corrections') }} as corrections
    left join {{ ref('int_headlines') }} as headlines on corrections.report_id = headlines.report_id
    where
        corrections.status = 'applied'
        and (
            corrections.figure = 'report'
            or corrections.figure_field in ('weight', 'score', 'total_score', 'section_weight')
            or corrections.figure_line_no = headlines.line_no
        )
    group by corrections.report_id
)

select
    {{ report_keys('identities') }},
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
    precedence.precedence,
    corrections.correction_id
from {{ ref('int_report_identities') }} as identities
inner join {{ ref('stg_reports') }} as reports on identities.report_id = reports.report_id
inner join {{ ref('int_precedence') }} as precedence on identities.report_id = precedence.report_id
inner join {{ ref('int_report_scores') }} as scores on identities.report_id = scores.report_id
inner join {{ ref('dim_regions') }} as regions on identities.region_code = regions.region_code
left join {{ ref('int_headlines') }} as headlines on identities.report_id = headlines.report_id
left join corrections on identities.report_id = corrections.report_id
