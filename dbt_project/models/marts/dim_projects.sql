-- Name, type and department are those of the latest report that gives them; of a project that only ledgers name, those
-- of the latest ledger.
with printed as (
    select
        keys.project_id,
        keys.organization_id,
        keys.department_id,
        keys.fiscal_year,
        keys.report_id,
        reports.project_type,
        reports.project_name
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
),

seen as (
    select distinct
        printed.project_id,
        coalesce(fields.value_text, printed.project_name) as project_name
    from printed
    left join {{ ref('stg_report_fields') }} as fields
        on printed.report_id = fields.report_id and fields.field = 'project_name'
),

names_seen as (
    select
        project_id,
        {{ join_distinct('project_name') }} as names_seen
    from seen
    group by project_id
),

ledger_names as (
    select
        ledgers.project_id,
        ledgers.organization_id,
        ledgers.department_id,
        ledgers.project_name,
        row_number() over (
            partition by ledgers.project_id
            order by
                ledgers.month desc, length(ledgers.project_name) desc, ledgers.project_name asc,
                ledgers.report_id asc
        ) as position
    from {{ ref('int_ledger_amounts') }} as ledgers
    left join printed on ledgers.project_id = printed.project_id
    where ledgers.project_id is not null and printed.project_id is null
),

ledger_names_seen as (
    select
        project_id,
        {{ join_distinct('project_name') }} as names_seen
    from ledger_names
    group by project_id
)

select
    ranked.project_id,
    coalesce(max(case when ranked.position = 1 then ranked.project_name end), '未命名项目') as project_name,
    min(ranked.organization_id) as organization_id,
    max(case when ranked.position = 1 then ranked.department_id end) as department_id,
    max(case when ranked.type_position = 1 then ranked.project_type end) as project_type,
    max(names_seen.names_seen) as names_seen
from ranked
left join names_seen on ranked.project_id = names_seen.project_id
group by ranked.project_id
union all
select
    ledger_names.project_id,
    ledger_names.project_name,
    ledger_names.organization_id,
    ledger_names.department_id,
    cast(null as string) as project_type,
    ledger_names_seen.names_seen
from ledger_names
inner join ledger_names_seen on ledger_names.project_id = ledger_names_seen.project_id
where ledger_names.position = 1
