-- 资金来源构成
-- Money by source
select
    fiscal_year,
    coalesce(fund_level, fund_origin) as source,
    count(distinct report_id) as report_count,
    sum(budget_wan) as budget_wan,
    sum(executed_wan) as executed_wan
from fct_budget_execution
where line_kind = 'source' and coalesce(fund_level, fund_origin) is not null
group by fiscal_year, coalesce(fund_level, fund_origin)
order by fiscal_year desc, budget_wan desc
