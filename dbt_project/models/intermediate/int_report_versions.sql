-- The same report filed again in another document: same unit, project, year, form and kind of evaluation. The document
-- that came last counts; what a document replaced was known until that document came. A report whose unit, project or
-- year is not told is like no other, and reports of one document stand side by side.
with filed as (
    select
        identities.report_id,
        identities.document_id,
        reports.report_no,
        documents.received_at,
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
    inner join {{ ref('stg_documents') }} as documents on identities.document_id = documents.document_id
),

documents as (
    select
        identity,
        document_id,
        received_at,
        count(*) as report_count,
        row_number() over (partition by identity order by received_at, document_id) as version_no,
        lead(received_at) over (partition by identity order by received_at, document_id) as known_to
    from filed
    group by identity, document_id, received_at
),

-- Where a document holds several such reports, the first goes on in the first of the next document, and so on.
positioned as (
    select
        filed.report_id,
        filed.identity,
        documents.version_no,
        documents.received_at as known_from,
        documents.known_to,
        row_number() over (partition by filed.identity, filed.document_id order by filed.report_no) as position
    from filed
    inner join documents on filed.identity = documents.identity and filed.document_id = documents.document_id
),

newest as (
    select
        identity,
        report_count
    from documents
    where known_to is null
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
inner join newest on positioned.identity = newest.identity
inner join positioned as latest
    on
        positioned.identity = latest.identity
        and latest.known_to is null
        and latest.position = least(positioned.position, newest.report_count)
left join positioned as previous
    on
        positioned.identity = previous.identity
        and positioned.version_no = previous.version_no + 1
        and positioned.position = previous.position
