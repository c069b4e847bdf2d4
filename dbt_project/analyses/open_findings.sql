-- 尚未处理的错误
-- Errors nobody has decided on
select
    findings.severity,
    findings.rule_title_zh,
    evaluations.organization_name,
    evaluations.project_name,
    findings.message_zh,
    findings.quote
from fct_review_findings as findings
inner join fct_evaluations as evaluations on findings.report_id = evaluations.report_id
where findings.decision in ('open', 'reopened') and findings.severity = 'error'
order by findings.rule_id
