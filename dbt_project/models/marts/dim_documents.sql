with names as (
    select
        document_id,
        source_name,
        row_number() over (partition by document_id order by min(first_seen_at), source_name) as position
    from {{ ref('stg_document_names') }}
    group by document_id, source_name
),

named as (
    select
        document_id,
        max(case when position = 1 then source_name end) as source_name,
        {{ join_distinct('case when position > 1 then source_name end') }} as names_seen
    from names
    group by document_id
),

dated as (
    select
        document_id,
        max(evaluation_month) as last_month
    from {{ ref('stg_reports') }}
    group by document_id
)

select
    documents.document_id,
    named.source_name,
    named.names_seen,
    documents.media_type,
    documents.byte_size,
    documents.received_at,
    coalesce(dated.last_month, cast(date_trunc('month', documents.received_at) as date)) as filed_month,
    documents.status,
    documents.reason,
    documents.report_count,
    documents.is_synthetic
from {{ ref('stg_documents') }} as documents
left join named on documents.document_id = named.document_id
left join dated on documents.document_id = dated.document_id
