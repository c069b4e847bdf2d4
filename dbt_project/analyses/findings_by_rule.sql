-- 各规则的发现数
-- Findings by rule
select
    rule_id,
    rule_title_zh,
    severity,
    count(*) as finding_count,
    count(distinct report_id) as report_count
from fct_review_findings
group by rule_id, rule_title_zh, severity
order by finding_count desc
