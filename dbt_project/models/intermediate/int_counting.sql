-- Which evaluation of a subject and year the sums use: self before department before fiscal evaluation, then the one
-- that says more about its money, then the later one.
with ranked as (
    select
        keys.report_id,
        row_number() over (
            partition by keys.subject, coalesce(keys.project_id, keys.organization_id), keys.fiscal_year
            order by
                case reports.evaluation_kind when 'self' then 1 when 'department' then 2 else 3 end,
                case
                    when headlines.budget_wan is not null and headlines.executed_wan is not null then 1
                    when headlines.budget_wan is not null then 2
                    else 3
                end,
                coalesce(reports.evaluation_month, date '1900-01-01') desc,
                keys.report_id
        ) as position
    from {{ ref('int_report_keys') }} as keys
    inner join {{ ref('stg_reports') }} as reports on keys.report_id = reports.report_id
    left join {{ ref('int_headlines') }} as headlines on keys.report_id = headlines.report_id
)

select
    report_id,
    position = 1 as counts_in_totals
from ranked
