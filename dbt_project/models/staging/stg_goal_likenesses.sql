with source as (
    select * from {{ source('raw', 'goal_likenesses') }}
)

select
    report_id,
    similarity,
    characters,
    says_done,
    {{ evidence('source') }}
from source
