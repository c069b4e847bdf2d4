-- 错误最多的报告
-- Reports with the most errors
select
    evaluations.organization_name,
    evaluations.project_name,
    evaluations.fiscal_year,
    count(*) as error_count,
    string_agg(distinct findings.rule_title_zh, '、' order by findings.rule_title_zh) as rules
from fct_review_findings as findings
inner join fct_evaluations as evaluations on findings.report_id = evaluations.report_id
where findings.severity = 'error'
group by evaluations.report_id, evaluations.organization_name, evaluations.project_name, evaluations.fiscal_year
order by error_count desc
