-- The prose does not name another kind of project as what is evaluated: one whose name has nothing in common with
-- the report's names, goals, funding lines and indicators.
select
    projects.report_id,
    false as is_lesser,
    projects.name as about,
    projects.name as actual,
    reports.project_name as expected,
    cast(null as double) as difference,
    {{ evidence('projects') }}
from {{ ref('stg_named_projects') }} as projects
inner join {{ ref('stg_reports') }} as reports on projects.report_id = reports.report_id
where
    reports.subject = 'project'
    and reports.project_name is not null
    and projects.overlap <= {{ threshold('foreign_text') }}
