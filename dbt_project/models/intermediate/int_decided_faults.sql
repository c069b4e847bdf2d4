-- What reviewers said last of a fault, under both of its names: the finding in its document, the fault in any version.
with decisions as (
    select * from {{ ref('stg_review_decisions') }}
),

named as (
    select
        finding_id as decided_id,
        *
    from decisions
    union all
    select
        fault_id as decided_id,
        *
    from decisions
    where fault_id <> finding_id
),

ranked as (
    select
        *,
        row_number() over (partition by decided_id order by decision_no desc) as position
    from named
    where action <> 'comment'
)

select
    decided_id,
    decision_no,
    action,
    reviewer,
    decided_at,
    reason,
    actual,
    expected
from ranked
where position = 1
