-- The weights of all indicators, the execution row included, sum to the report's full mark; where none has one, those
-- of their levels. A full mark that lies near 100 and is not 100 is a sum printed as it came out, unless points are
-- given on top. A sum that falls short says nothing where points could not be understood: they may be what is missing.
with unread as (
    select distinct reports.report_id
    from {{ ref('stg_reports') }} as reports
    inner join {{ ref('stg_unplaced_figures') }} as figures on reports.document_id = figures.document_id
    where figures.context = 'score'
),

on_top as (
    select distinct report_id
    from {{ ref('int_indicators') }}
    where {{ regex_matches("concat_ws(' ', level1, level2, level3)", '加分|附加|奖励|加减分') }}
),

scores as (
    select
        totals.*,
        case
            when abs(totals.full_mark - 100) < {{ threshold('weight_sum') }} and on_top.report_id is null then 100
            else totals.full_mark
        end as due
    from {{ ref('int_report_scores') }} as totals
    left join on_top on totals.report_id = on_top.report_id
)

select
    scores.report_id,
    false as is_lesser,
    '总分' as about,
    {{ plain_number('scores.due') }} as actual,
    {{ plain_number('scores.stated_weight') }} as expected,
    scores.due - scores.stated_weight as difference,
    {{ evidence('places') }}
from scores
inner join {{ ref('int_total_places') }} as places on scores.report_id = places.report_id and places.total = 'weight'
left join unread on scores.report_id = unread.report_id
where
    {{ beyond_rounding('scores.due - scores.stated_weight', 'scores.total_weight_half') }} > 0
    and (unread.report_id is null or scores.due < scores.stated_weight)
