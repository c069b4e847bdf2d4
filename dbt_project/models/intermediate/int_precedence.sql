-- Of the evaluations of one subject and year, of all versions, the sums use that of the least precedence among those
-- known at their moment: self before department before fiscal evaluation, then the one that says more about its money,
-- then the later one.
select
    identities.report_id,
    cast(row_number() over (
        partition by
            identities.subject,
            coalesce(identities.project_id, identities.organization_id),
            identities.fiscal_year
        order by
            case reports.evaluation_kind when 'self' then 1 when 'department' then 2 else 3 end,
            case
                when headlines.budget_wan is not null and headlines.executed_wan is not null then 1
                when headlines.budget_wan is not null then 2
                else 3
            end,
            coalesce(reports.evaluation_month, date '1900-01-01') desc,
            identities.report_id
    ) as integer) as precedence
from {{ ref('int_report_identities') }} as identities
inner join {{ ref('stg_reports') }} as reports on identities.report_id = reports.report_id
left join {{ ref('int_headlines') }} as headlines on identities.report_id = headlines.report_id
