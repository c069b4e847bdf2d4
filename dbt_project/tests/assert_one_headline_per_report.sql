-- Every report with a budget figure has exactly one headline line, and no report has two.
select
    report_id,
    sum(case when is_headline then 1 else 0 end) as headline_count
from {{ ref('fct_budget_execution') }}
group by report_id
having
    sum(case when is_headline then 1 else 0 end) > 1
    or (sum(case when is_headline then 1 else 0 end) = 0 and count(budget_wan) > 0)
