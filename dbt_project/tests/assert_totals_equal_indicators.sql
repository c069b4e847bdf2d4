-- The computed totals of an evaluation are the sums over its indicators.
with summed as (
    select
        report_id,
        sum(weight) as total_weight,
        sum(score) as total_score
    from {{ ref('fct_indicator_scores') }}
    group by report_id
)

select evaluations.report_id
from {{ ref('fct_evaluations') }} as evaluations
left join summed on evaluations.report_id = summed.report_id
where
    evaluations.total_weight is distinct from summed.total_weight
    or evaluations.computed_total_score is distinct from summed.total_score
