-- The own scope of all divisions adds up to the projects of the ledgers and to the reports, month by month.
with facts as (
    select
        month as first_day,
        count(*) as row_count
    from {{ ref('fct_monthly_execution') }}
    where subject = 'project'
    group by month
),

ledgers as (
    select
        first_day,
        sum(project_count) as row_count
    from {{ ref('agg_monthly_trend') }}
    where scope = 'own' and source = 'ledger'
    group by first_day
),

reports as (
    select count(*) as row_count
    from {{ ref('fct_evaluations') }}
),

counted as (
    select sum(report_count) as row_count
    from {{ ref('agg_monthly_trend') }}
    where scope = 'own' and source = 'reports'
)

select coalesce(facts.first_day, ledgers.first_day) as first_day
from facts
full outer join ledgers on facts.first_day = ledgers.first_day
where facts.row_count is distinct from ledgers.row_count
union all
select cast(null as date) as first_day
from reports
cross join counted
where reports.row_count <> coalesce(counted.row_count, 0)
