-- The weights of all indicators, the execution row included, sum to the report's full mark; where none has one, those
-- of their levels. A sum that falls short says nothing where points could not be understood: they may be what is
-- missing.
with unread as (
    select distinct reports.report_id
    from {{ ref('stg_reports') }} as reports
    inner join {{ ref('stg_unplaced_figures') }} as figures on reports.document_id = figures.document_id
    where figures.context = 'score'
)

select
    scores.report_id,
    false as is_lesser,
    '总分' as about,
    {{ plain_number('scores.full_mark') }} as actual,
    {{ plain_number('scores.stated_weight') }} as expected,
    scores.full_mark - scores.stated_weight as difference,
    {{ evidence('places') }}
from {{ ref('int_report_scores') }} as scores
inner join {{ ref('int_total_places') }} as places on scores.report_id = places.report_id and places.total = 'weight'
left join unread on scores.report_id = unread.report_id
where
    {{ beyond_rounding('scores.full_mark - scores.stated_weight', 'scores.total_weight_half') }} > 0
    and (unread.report_id is null or scores.full_mark < scores.stated_weight)
