-- The finding count of an evaluation is the number of its findings.
with counted as (
    select
        report_id,
        count(*) as finding_count
    from {{ ref('fct_review_findings') }}
    group by report_id
)

select evaluations.report_id
from {{ ref('fct_evaluations') }} as evaluations
left join counted on evaluations.report_id = counted.report_id
where evaluations.finding_count <> coalesce(counted.finding_count, 0)
