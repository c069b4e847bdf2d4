with counted as (
    select
        region_code,
        fiscal_year,
        budget_wan,
        executed_wan,
        execution_rate,
        budget_wan is not null and executed_wan is not null as is_covered
    from {{ ref('fct_evaluations') }}
    where subject = 'project' and counts_in_totals and fiscal_year is not null
),

scoped as (
    select
        counted.*,
        'own' as scope
    from counted
    union all
    select
        ancestors.ancestor_code as region_code,
        counted.fiscal_year,
        counted.budget_wan,
        counted.executed_wan,
        counted.execution_rate,
        counted.is_covered,
        'with_subordinates' as scope
    from counted
    inner join {{ ref('int_region_ancestors') }} as ancestors on counted.region_code = ancestors.region_code
),

summed as (
    select
        region_code,
        fiscal_year,
        scope,
        cast(count(*) as integer) as report_count,
        cast(sum(budget_wan) as decimal(20, 6)) as budget_wan,
        cast(sum(case when is_covered then 1 else 0 end) as integer) as covered_report_count,
        cast(sum(case when is_covered then budget_wan end) as decimal(20, 6)) as covered_budget_wan,
        cast(sum(case when is_covered then executed_wan end) as decimal(20, 6)) as executed_wan,
        {{ quantile('execution_rate', 0.5) }} as median_report_rate
    from scoped
    group by region_code, fiscal_year, scope
)

select
    region_code,
    fiscal_year,
    scope,
    report_count,
    budget_wan,
    covered_report_count,
    covered_budget_wan,
    executed_wan,
    {{ safe_rate('executed_wan', 'covered_budget_wan') }} as execution_rate,
    median_report_rate
from summed
