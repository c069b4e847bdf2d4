-- Which version of a report counted when. A report filed again in another document (same unit, project, year, form and
-- kind of evaluation) counts from then on; when its document stands no more, the newest one that stands counts again,
-- so a version may come back under a new number, and a report whose file now holds another one ends. A report whose
-- unit, project or year is not told is like no other, and reports of one document stand side by side.
with filed as (
    select
        identities.report_id,
        identities.document_id,
        reports.report_no,
        case
            when identities.is_named and identities.fiscal_year is not null
                then concat_ws(
                    '|', identities.subject, identities.organization_id, coalesce(identities.project_id, ''),
                    cast(identities.fiscal_year as string), reports.form, reports.evaluation_kind
                )
            else identities.report_id
        end as identity
    from {{ ref('int_report_identities') }} as identities
    inner join {{ ref('stg_reports') }} as reports on identities.report_id = reports.report_id
),

documents as (
    select
        identity,
        document_id,
        count(*) as report_count
    from filed
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
),

-- Where a document holds several such reports, the first goes on in the first of the next document, and so on.
positioned as (
    select
        filed.report_id,
        filed.identity,
        turns.version_no,
        turns.known_from,
        turns.known_to,
        row_number() over (partition by filed.identity, turns.version_no order by filed.report_no) as position
    from filed
    inner join turns on filed.identity = turns.identity and filed.document_id = turns.document_id
),

newest as (
    select
        turns.identity,
        documents.report_count
    from turns
    inner join documents on turns.identity = documents.identity and turns.document_id = documents.document_id
    where turns.known_to is null
)

select
    positioned.report_id,
    md5(concat_ws('|', positioned.identity, positioned.position)) as chain_id,
    cast(positioned.version_no as integer) as version_no,
    positioned.known_from,
    positioned.known_to,
    previous.report_id as previous_report_id,
    latest.report_id as current_report_id
from positioned
left join newest on positioned.identity = newest.identity
left join positioned as latest
    on
        positioned.identity = latest.identity
        and latest.known_to is null
        and latest.position = least(positioned.position, newest.report_count)
left join positioned as previous
    on
        positioned.identity = previous.identity
        and positioned.version_no = previous.version_no + 1
        and positioned.position = previous.position
