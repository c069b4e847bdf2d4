-- The rows of every ledger with keys. A project is the one of a report that its unit, or else its department alone,
-- filed under the same name. Totals over several units, and over parts of one, have no subject.
with projects as (
    select distinct
        department_id,
        project_id,
        substr(project_id, length(organization_id) + 2) as stem
    from {{ ref('int_report_identities') }}
    where is_named and project_id is not null
),

of_department as (
    select
        department_id,
        stem,
        min(project_id) as project_id
    from projects
    group by department_id, stem
    having count(*) = 1
),

own as (
    select distinct project_id
    from projects
),

units as (
    select
        units.unit_id,
        units.report_id,
        units.organization_name,
        units.department_name,
        units.region_text,
        regions.region_code,
        implementing.organization_id is not null as is_named,
        coalesce(implementing.organization_id, regions.region_code || ':unknown') as organization_id,
        supervising.organization_id as department_id
    from {{ ref('int_ledger_units') }} as units
    inner join {{ ref('int_report_regions') }} as regions on units.unit_id = regions.report_id
    left join {{ ref('int_report_organizations') }} as implementing
        on units.unit_id = implementing.report_id and implementing.role = 'organization'
    left join {{ ref('int_report_organizations') }} as supervising
        on units.unit_id = supervising.report_id and supervising.role = 'department'
),

keyed as (
    select
        entries.report_id,
        entries.document_id,
        entries.entry_no,
        case
            when entries.kind = 'item' and entries.project_name is not null then 'project'
            when entries.kind = 'item' or entries.reach = 'unit' then 'department'
        end as subject,
        entries.kind,
        entries.reach,
        entries.adds_from,
        entries.adds_to,
        ledgers.series,
        units.is_named,
        units.region_code,
        units.organization_id,
        units.department_id,
        units.organization_name,
        entries.project_name,
        entries.project_code,
        {{ project_stem('entries.project_name') }} as stem,
        {{ evidence('entries') }}
    from {{ ref('stg_ledger_rows') }} as entries
    inner join {{ ref('stg_ledgers') }} as ledgers on entries.report_id = ledgers.report_id
    inner join units
        on
            entries.report_id = units.report_id
            and coalesce(entries.organization_name, entries.department_name, ledgers.organization_name)
            is not distinct from units.organization_name
            and entries.department_name is not distinct from units.department_name
            and entries.region_text is not distinct from units.region_text
)

select
    keyed.report_id,
    keyed.document_id,
    keyed.entry_no,
    keyed.subject,
    keyed.kind,
    keyed.reach,
    keyed.adds_from,
    keyed.adds_to,
    keyed.series,
    keyed.region_code,
    keyed.organization_id,
    coalesce(keyed.department_id, keyed.organization_id) as department_id,
    case
        when keyed.subject <> 'project' then null
        when not keyed.is_named then keyed.organization_id || '/' || keyed.document_id || '/' || keyed.stem
        when own.project_id is not null then own.project_id
        when of_department.project_id is not null then of_department.project_id
        else keyed.organization_id || '/' || keyed.stem
    end as project_id,
    keyed.organization_name,
    keyed.project_name,
    keyed.project_code,
    documents.is_synthetic,
    {{ evidence('keyed') }}
from keyed
inner join {{ ref('stg_documents') }} as documents on keyed.document_id = documents.document_id
left join own
    on keyed.organization_id || '/' || keyed.stem = own.project_id
left join of_department
    on
        keyed.stem = of_department.stem
        and coalesce(keyed.department_id, keyed.organization_id) = of_department.department_id
