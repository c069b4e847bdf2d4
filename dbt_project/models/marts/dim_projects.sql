-- Name, type and department are those of the latest report that gives them.
with printed as (
    select
        keys.project_id,
        keys.organization_id,
        keys.department_id,
        keys.fiscal_year,
        keys.report_id,
        reports.project_type,
        {{ normalise_name('reports.project_name') }} as project_name
    from {{ ref('int_report_keys') }} as keys
    inner join {{ ref('stg_reports') }} as reports on keys.report_id = reports.report_id
    where keys.project_id is not null
),

ranked as (
    select
        *,
        row_number() over (
            partition by project_id
            order by -coalesce(fiscal_year, 0), -length(project_name), project_name, report_id
        ) as position,
        row_number() over (
            partition by project_id
            order by case when project_type is null then 1 else 0 end, -coalesce(fiscal_year, 0), report_id
        ) as type_position
    from printed
)

select
    project_id,
    coalesce(max(case when position = 1 then project_name end), '未命名项目') as project_name,
    min(organization_id) as organization_id,
    max(case when position = 1 then department_id end) as department_id,
    max(case when type_position = 1 then project_type end) as project_type,
    {{ join_distinct('project_name') }} as names_seen
from ranked
group by project_id
