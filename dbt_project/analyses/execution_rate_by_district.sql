-- 各区划各年度预算执行率
-- Execution rate by district and year
select
    regions.region_full_name,
    rates.fiscal_year,
    rates.report_count,
    rates.covered_budget_wan,
    rates.executed_wan,
    round(rates.execution_rate * 100, 2) as execution_percent
from agg_execution_by_region_year as rates
inner join dim_regions as regions on rates.region_code = regions.region_code
where rates.scope = 'own'
order by rates.fiscal_year desc, rates.execution_rate asc
