-- The own scope of all divisions adds up to the facts that count, in reports and in money.
with facts as (
    select
        fiscal_year,
        count(*) as report_count,
        sum(budget_wan) as budget_wan,
        sum(case when budget_wan is not null then executed_wan end) as executed_wan
    from {{ ref('fct_evaluations') }}
    where subject = 'project' and counts_in_totals and fiscal_year is not null
    group by fiscal_year
),

execution as (
    select
        fiscal_year,
        sum(report_count) as report_count,
        sum(budget_wan) as budget_wan,
        sum(executed_wan) as executed_wan
    from {{ ref('agg_execution_by_region_year') }}
    where scope = 'own'
    group by fiscal_year
),

scores as (
    select
        fiscal_year,
        sum(report_count) as report_count
    from {{ ref('agg_scores_by_region_year') }}
    where scope = 'own'
    group by fiscal_year
)

select coalesce(facts.fiscal_year, execution.fiscal_year, scores.fiscal_year) as fiscal_year
from facts
full outer join execution on facts.fiscal_year = execution.fiscal_year
full outer join scores on facts.fiscal_year = scores.fiscal_year
where
    facts.report_count is distinct from execution.report_count
    or facts.report_count is distinct from scores.report_count
    or facts.budget_wan is distinct from execution.budget_wan
    or facts.executed_wan is distinct from execution.executed_wan
