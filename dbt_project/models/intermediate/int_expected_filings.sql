-- What is expected, with the keys that reports have. Lines of the roster that name the same are one, with the latest
-- deadline that they give.
with roster as (
    select * from {{ ref('stg_roster') }}
),

organizations as (
    select * from {{ ref('int_report_organizations') }}
),

keyed as (
    select
        roster.row_no,
        roster.fiscal_year,
        roster.subject,
        implementing.region_code,
        implementing.organization_id,
        coalesce(supervising.organization_id, implementing.organization_id) as department_id,
        case
            when roster.subject = 'project'
                then implementing.organization_id || '/' || {{ project_stem('roster.project_name') }}
        end as project_id,
        roster.organization_name,
        roster.department_name,
        roster.project_name,
        roster.deadline,
        roster.is_synthetic
    from roster
    inner join organizations as implementing
        on roster.entry_id = implementing.report_id and implementing.role = 'organization'
    left join organizations as supervising
        on roster.entry_id = supervising.report_id and supervising.role = 'department'
),

ranked as (
    select
        *,
        row_number() over (
            partition by fiscal_year, organization_id, subject, project_id order by row_no
        ) as position,
        max(deadline) over (partition by fiscal_year, organization_id, subject, project_id) as last_deadline
    from keyed
)

select
    md5(concat_ws('|', cast(fiscal_year as string), organization_id, subject, coalesce(project_id, ''))) as filing_id,
    'roster' as source,
    row_no,
    fiscal_year,
    subject,
    region_code,
    organization_id,
    department_id,
    project_id,
    organization_name,
    department_name,
    project_name,
    last_deadline as deadline,
    is_synthetic
from ranked
where position = 1
