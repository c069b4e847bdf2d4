-- Which ledger counted when for a unit and month: the last one of a series that came, until its file came with other
-- contents; then the newest that stands.
with filed as (
    select distinct
        concat_ws('|', subject, organization_id, series, cast(month as string)) as identity,
        document_id,
        subject,
        organization_id,
        series,
        month
    from {{ ref('int_ledger_amounts') }}
),

{{ document_turns('filed') }}

select
    filed.document_id,
    filed.subject,
    filed.organization_id,
    filed.series,
    filed.month,
    cast(turns.version_no as integer) as version_no,
    turns.known_from,
    turns.known_to
from filed
inner join turns on filed.identity = turns.identity and filed.document_id = turns.document_id
