-- The project and the unit are named alike all through. A unit's name that is quite another is that of another part
-- (the evaluator, the department), and a vague title that has nothing in common with the project's name does not name
-- it: neither is a variant of the same name.
select
    variants.report_id,
    false as is_lesser,
    case variants.field when 'project_name' then '项目名称' else '单位名称' end as about,
    variants.name as actual,
    variants.first_name as expected,
    cast(null as double) as difference,
    {{ evidence('variants') }}
from {{ ref('stg_name_variants') }} as variants
inner join {{ ref('stg_reports') }} as reports on variants.report_id = reports.report_id
where
    variants.likeness < 1
    and (reports.subject = 'project' or variants.field = 'organization_name')
    and (
        variants.likeness >= {{ threshold('name_conflict') }}
        or (variants.field = 'project_name' and not variants.is_vague)
    )
