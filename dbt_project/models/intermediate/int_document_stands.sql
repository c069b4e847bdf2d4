-- How long each document stood: from when it came until the last file that held it came with other contents, and anew
-- where they changed back. What could not be read replaces nothing, and a file that is gone takes nothing with it.
with seen as (
    select
        places.place,
        places.position,
        places.document_id,
        places.seen_at,
        coalesce(documents.status, 'gone') <> 'rejected' as replaces
    from {{ ref('stg_document_places') }} as places
    left join {{ ref('stg_documents') }} as documents on places.document_id = documents.document_id
),

followed as (
    select
        document_id,
        position,
        seen_at,
        min(case when replaces then seen_at end) over (
            partition by place order by position rows between 1 following and unbounded following
        ) as replaced_at
    from seen
),

-- Without a place, as in a home of an earlier version, a document stands since it came.
held as (
    select
        documents.document_id,
        coalesce(followed.position, 1) as position,
        coalesce(followed.seen_at, documents.received_at) as held_from,
        coalesce(followed.replaced_at, timestamp '9999-12-31 00:00:00') as held_to
    from {{ ref('stg_documents') }} as documents
    left join followed on documents.document_id = followed.document_id
),

begun as (
    select
        document_id,
        position,
        held_from,
        held_to,
        case
            when held_from <= max(held_to) over (
                partition by document_id order by held_from, held_to, position
                rows between unbounded preceding and 1 preceding
            ) then 0
            else 1
        end as begins
    from held
),

numbered as (
    select
        document_id,
        position,
        held_from,
        held_to,
        sum(begins) over (
            partition by document_id order by held_from, held_to, position
            rows between unbounded preceding and current row
        ) as stand_no
    from begun
)

select
    document_id,
    cast(stand_no as integer) as stand_no,
    min(position) as position,
    min(held_from) as stood_from,
    nullif(max(held_to), timestamp '9999-12-31 00:00:00') as stood_to
from numbered
group by document_id, stand_no
