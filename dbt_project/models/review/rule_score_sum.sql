-- The scores of all indicators, the execution row included, sum to the reported total. A sum that falls short says
-- nothing where points could not be understood: they may be what is missing; nor do the points for the execution rate
-- alone.
with unread as (
    select distinct reports.report_id
    from {{ ref('stg_reports') }} as reports
    inner join {{ ref('stg_unplaced_figures') }} as figures on reports.document_id = figures.document_id
    where figures.context = 'score'
),

scored as (
    select distinct report_id
    from {{ ref('int_indicators') }}
    where not is_execution_row and score is not null
)

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
inner join scored on scores.report_id = scored.report_id
left join unread on scores.report_id = unread.report_id
where
    {{ beyond_rounding(
        'scores.reported_total_score - scores.computed_total_score',
        'scores.reported_total_score_half + scores.computed_total_score_half'
    ) }} > 0
    and (unread.report_id is null or scores.reported_total_score < scores.computed_total_score)
