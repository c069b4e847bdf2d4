-- The keys of every report, of each version that was ever filed.
with reports as (
    select * from {{ ref('stg_reports') }}
),

report_regions as (
    select * from {{ ref('int_report_regions') }}
),

organizations as (
    select * from {{ ref('int_report_organizations') }}
),

units as (
    select
        reports.report_id,
        reports.document_id,
        reports.subject,
        reports.fiscal_year,
        reports.project_name,
        report_regions.region_code,
        implementing.organization_id is not null as is_named,
        coalesce(implementing.organization_id, report_regions.region_code || ':unknown') as organization_id,
        supervising.organization_id as department_id
    from reports
    inner join report_regions on reports.report_id = report_regions.report_id
    left join organizations as implementing
        on reports.report_id = implementing.report_id and implementing.role = 'organization'
    left join organizations as supervising
        on reports.report_id = supervising.report_id and supervising.role = 'department'
)

-- A project without a name, or of a unit without one, is like no other: its key holds its report or document.
select
    units.report_id,
    units.document_id,
    units.subject,
    units.fiscal_year,
    units.region_code,
    units.organization_id,
    coalesce(units.department_id, units.organization_id) as department_id,
    case
        when units.subject = 'department' then null
        when units.project_name is null then units.organization_id || '/' || units.report_id
        when not units.is_named
            then units.organization_id || '/' || units.document_id || '/' || {{ project_stem('units.project_name') }}
        else units.organization_id || '/' || {{ project_stem('units.project_name') }}
    end as project_id,
    units.is_named and (units.subject = 'department' or units.project_name is not null) as is_named,
    documents.is_synthetic
from units
inner join {{ ref('stg_documents') }} as documents on units.document_id = documents.document_id
