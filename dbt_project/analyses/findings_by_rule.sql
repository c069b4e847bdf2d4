-- 各规则的发现数
-- Findings by rule
select
    rule_id,
    rule_title_zh,
    count(*) as finding_count,
    sum(case when severity = 'error' then 1 else 0 end) as error_count,
    sum(case when severity = 'warning' then 1 else 0 end) as warning_count,
    sum(case when severity = 'info' then 1 else 0 end) as info_count,
    count(distinct report_id) as report_count
from fct_review_findings
group by rule_id, rule_title_zh
order by finding_count desc, rule_id asc
