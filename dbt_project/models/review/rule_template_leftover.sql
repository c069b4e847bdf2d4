-- No prompt or placeholder of the template was left in a place that is meant to be filled. The same words are told
-- once, at their first place, with how often they stand there.
with ranked as (
    select
        *,
        row_number() over (partition by report_id, text order by leftover_no) as position,
        count(*) over (partition by report_id, text) as place_count
    from {{ ref('stg_leftovers') }}
)

select
    report_id,
    false as is_lesser,
    text || case when place_count > 1 then '（' || cast(place_count as string) || ' 处）' else '' end as about,
    text as actual,
    cast(null as string) as expected,
    cast(null as double) as difference,
    {{ evidence('ranked') }}
from ranked
where position = 1
