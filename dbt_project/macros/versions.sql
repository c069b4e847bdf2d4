{#- Which document counts when, of those that say something of the same thing: the one that came last, until the file
    that held it came with other contents; then the newest that stands, so that a document may come back in another
    turn. `filed` has (identity, document_id); gives the expressions `documents` (with report_count) and `turns`
    (identity, document_id, version_no, known_from, known_to). -#}
{%- macro document_turns(filed) -%}
documents as (
    select
        identity,
        document_id,
        count(*) as report_count
    from {{ filed }}
    group by identity, document_id
),

stands as (
    select
        documents.identity,
        documents.document_id,
        stands.stand_no,
        stands.position,
        stands.stood_from,
        stands.stood_to
    from documents
    inner join {{ ref('int_document_stands') }} as stands on documents.document_id = stands.document_id
),

-- Documents come before others go, in the same moment too: so each that ever came has its turn.
events as (
    select
        identity,
        document_id,
        stand_no,
        position,
        stood_from as happened_at,
        1 as kind
    from stands
    union all
    select
        identity,
        document_id,
        stand_no,
        position,
        stood_to as happened_at,
        2 as kind
    from stands
    where stood_to is not null
),

ordered as (
    select
        *,
        row_number() over (
            partition by identity order by happened_at, kind, position, document_id, stand_no
        ) as event_no
    from events
),

spans as (
    select
        identity,
        document_id,
        stand_no,
        min(event_no) as first_event_no,
        max(case when kind = 2 then event_no end) as last_event_no
    from ordered
    group by identity, document_id, stand_no
),

standing as (
    select
        ordered.identity,
        ordered.event_no,
        ordered.happened_at,
        spans.document_id,
        row_number() over (
            partition by ordered.identity, ordered.event_no order by spans.first_event_no desc
        ) as age_no
    from ordered
    left join spans
        on
            ordered.identity = spans.identity
            and ordered.event_no >= spans.first_event_no
            and (spans.last_event_no is null or ordered.event_no < spans.last_event_no)
),

counting as (
    select
        identity,
        event_no,
        happened_at,
        document_id,
        lag(document_id) over (partition by identity order by event_no) as document_before
    from standing
    where age_no = 1
),

turns as (
    select
        identity,
        document_id,
        happened_at as known_from,
        lead(happened_at) over (partition by identity order by event_no) as known_to,
        count(document_id) over (
            partition by identity order by event_no rows between unbounded preceding and current row
        ) as version_no
    from counting
    where document_id is distinct from document_before
)
{%- endmacro -%}
