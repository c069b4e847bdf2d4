-- Which version of a report counted when. A report filed again in another document (same unit, project, year, form and
-- kind of evaluation) counts from then on; when its document stands no more, the newest one that stands counts again,
-- so a version may come back under a new number, and a report whose file now holds another one ends. A report whose
-- unit, project or year is not told is like no other but the one that its file holds next, and reports of one document
-- stand side by side.
with files as (
    select
        document_id,
        min(place) as place
    from {{ ref('stg_document_places') }}
    group by document_id
    having min(place) = max(place)
),

filed as (
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
            when files.place is not null
                then concat_ws(
                    '|', files.place, identities.subject, identities.organization_id,
                    case when identities.is_named then coalesce(identities.project_id, '') end,
                    coalesce(cast(identities.fiscal_year as string), ''), reports.form, reports.evaluation_kind
                )
            else identities.report_id
        end as identity
    from {{ ref('int_report_identities') }} as identities
    inner join {{ ref('stg_reports') }} as reports on identities.report_id = reports.report_id
    left join files on identities.document_id = files.document_id
),

{{ document_turns('filed') }},

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
