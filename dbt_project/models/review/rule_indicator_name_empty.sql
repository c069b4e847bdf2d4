-- Every scored indicator has a name.
select
    report_id,
    false as is_lesser,
    coalesce(level2, level1, '') as about,
    {{ plain_number('score') }} as actual,
    cast(null as string) as expected,
    cast(null as double) as difference,
    {{ evidence('indicators') }}
from {{ ref('int_indicators') }} as indicators
where
    coalesce(level3, '') = ''
    and coalesce(weight, score) is not null
