-- The completion is not the goal's text over again. One that says with figures what was done may repeat the goal's
-- words.
select
    report_id,
    false as is_lesser,
    {{ percent_text('similarity') }} as about,
    quote as actual,
    cast(null as string) as expected,
    cast(null as double) as difference,
    {{ evidence('likenesses') }}
from {{ ref('stg_goal_likenesses') }} as likenesses
where similarity >= {{ threshold('completion_copied') }} and not says_done
