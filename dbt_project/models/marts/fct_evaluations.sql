with findings as (
    select
        report_id,
        count(*) as finding_count
    from {{ ref('fct_review_findings') }}
    group by report_id
),

titles as (
    select
        report_id,
        min(block_no) as title_block_no
    from {{ ref('stg_report_fields') }}
    where field = 'title'
    group by report_id
)

select
    {{ report_keys('keys') }},
    evaluations.report_no,
    evaluations.form,
    evaluations.evaluation_kind,
    evaluations.printed_evaluation_kind,
    evaluations.title,
    titles.title_block_no,
    evaluations.project_name,
    evaluations.organization_name,
    evaluations.region_name,
    evaluations.evaluation_date,
    evaluations.evaluation_month,
    evaluations.goal_text,
    evaluations.completion_text,
    evaluations.total_weight,
    evaluations.reported_total_score,
    evaluations.computed_total_score,
    evaluations.reported_grade,
    evaluations.reported_grade_text,
    evaluations.computed_grade,
    evaluations.budget_wan,
    evaluations.funds_received_wan,
    evaluations.executed_wan,
    evaluations.execution_rate,
    evaluations.execution_rate_basis,
    cast(coalesce(findings.finding_count, 0) as integer) as finding_count,
    counting.counts_in_totals,
    evaluations.correction_id
from {{ ref('int_report_keys') }} as keys
inner join {{ ref('int_evaluations') }} as evaluations on keys.report_id = evaluations.report_id
inner join {{ ref('int_counting') }} as counting on keys.report_id = counting.report_id
left join titles on keys.report_id = titles.report_id
left join findings on keys.report_id = findings.report_id
order by keys.region_code, keys.fiscal_year, keys.report_id
