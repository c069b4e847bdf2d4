-- The scores of all indicators, the execution row included, sum to the reported total.
select
    scores.report_id,
    false as is_lesser,
    '总分' as about,
    {{ plain_number('scores.reported_total_score') }} as actual,
    {{ plain_number('scores.computed_total_score') }} as expected,
    scores.reported_total_score - scores.computed_total_score as difference,
    {{ evidence('places') }}
from {{ ref('int_report_scores') }} as scores
inner join {{ ref('int_total_places') }} as places on scores.report_id = places.report_id and places.total = 'score'
where
    {{ beyond_rounding(
        'scores.reported_total_score - scores.computed_total_score',
        'scores.reported_total_score_half + scores.computed_total_score_half'
    ) }} > 0
