-- The rows of ledgers that count now, with the months that their figures are of: those of projects and units whose
-- version counts, and the totals and breakdowns of every ledger of which anything does.
with counting as (
    select
        report_id,
        subject,
        subject_id,
        month
    from {{ ref('int_ledger_versions') }}
    where known_to is null and rank_no = 1
),

months as (
    select distinct
        report_id,
        month
    from counting
)

select
    entries.report_id,
    entries.entry_no,
    counting.month,
    entries.kind
from {{ ref('int_ledger_entries') }} as entries
inner join counting
    on
        entries.report_id = counting.report_id
        and entries.subject = counting.subject
        and coalesce(entries.project_id, entries.organization_id) = counting.subject_id
union all
select
    entries.report_id,
    entries.entry_no,
    months.month,
    entries.kind
from {{ ref('int_ledger_entries') }} as entries
inner join months on entries.report_id = months.report_id
where entries.subject is null
