with source as (
    select * from {{ source('raw', 'review_decisions') }}
)

select
    decision_no,
    finding_id,
    fault_id,
    rule_id,
    action,
    reviewer,
    decided_at,
    reason,
    actual,
    expected
from source
