-- Where points were lost, the problem list or the problem section is not 无; an issue list without any entry is as
-- good as 无.
with lost as (
    select
        report_id,
        sum(weight - score) as points
    from {{ ref('int_indicators') }}
    where score < weight
    group by report_id
    union all
    select
        report_id,
        full_mark - reported_total_score as points
    from {{ ref('int_report_scores') }}
    where computed_total_score is null and reported_total_score < full_mark
)

select
    places.report_id,
    false as is_lesser,
    case places.place when 'list' then '问题清单' else '问题' end as about,
    case when places.says_none then substr(places.quote, 1, 40) else '（空）' end as actual,
    {{ plain_number('lost.points') }} as expected,
    cast(null as double) as difference,
    {{ evidence('places') }}
from {{ ref('stg_issue_places') }} as places
inner join lost on places.report_id = lost.report_id
where
    places.kind = 'problem'
    and places.item_count = 0
    and (places.says_none or places.place = 'list')
