-- The units that each ledger names, with what else on it may tell their division: unit_id stands for one in its ledger.
with named as (
    select distinct
        ledgers.report_id,
        ledgers.document_id,
        ledgers.title,
        ledgers.organization_name as issuer_name,
        coalesce(entries.organization_name, entries.department_name, ledgers.organization_name) as organization_name,
        entries.department_name,
        entries.region_text
    from {{ ref('stg_ledgers') }} as ledgers
    inner join {{ ref('stg_ledger_rows') }} as entries on ledgers.report_id = entries.report_id
)

select
    report_id || '/' || md5(
        concat_ws('|', coalesce(organization_name, ''), coalesce(department_name, ''), coalesce(region_text, ''))
    ) as unit_id,
    report_id,
    document_id,
    title,
    issuer_name,
    organization_name,
    department_name,
    region_text
from named
