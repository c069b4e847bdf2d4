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

figures as (
    select reports.document_id
    from {{ ref('stg_amounts') }} as amounts
    inner join {{ ref('stg_reports') }} as reports on amounts.report_id = reports.report_id
    union all
    select document_id
    from {{ ref('stg_ledger_figures') }}
),

counted as (
    select
        document_id,
        count(*) as figure_count
    from figures
    group by document_id
),

unplaced as (
    select
        document_id,
        count(*) as unplaced_count
    from {{ ref('unplaced_figures') }}
    group by document_id
),

dated as (
    select
        document_id,
        max(evaluation_month) as last_month
    from {{ ref('stg_reports') }}
    group by document_id
),

stood as (
    select
        document_id,
        case when count(stood_to) = count(*) then max(stood_to) end as replaced_at
    from {{ ref('int_document_stands') }}
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
    documents.cause is not null as may_be_retried,
    stood.replaced_at,
    cast(coalesce(counted.figure_count, 0) as integer) as figure_count,
    cast(coalesce(unplaced.unplaced_count, 0) as integer) as unplaced_count,
    documents.is_synthetic
from {{ ref('stg_documents') }} as documents
left join named on documents.document_id = named.document_id
left join counted on documents.document_id = counted.document_id
left join unplaced on documents.document_id = unplaced.document_id
left join dated on documents.document_id = dated.document_id
left join stood on documents.document_id = stood.document_id
