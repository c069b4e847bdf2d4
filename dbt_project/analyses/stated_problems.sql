-- 报告自述的问题
-- Problems that reports state themselves
select
    evaluations.organization_name,
    evaluations.project_name,
    issues.kind,
    issues.category,
    issues.text
from fct_report_issues as issues
inner join fct_evaluations as evaluations on issues.report_id = evaluations.report_id
where issues.kind = 'problem'
order by evaluations.organization_name, evaluations.project_name
