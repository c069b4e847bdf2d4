select
    {{ report_keys('keys') }},
    issues.issue_no,
    issues.kind,
    issues.category,
    issues.text,
    {{ evidence('issues') }}
from {{ ref('stg_issues') }} as issues
inner join {{ ref('int_report_keys') }} as keys on issues.report_id = keys.report_id
order by keys.report_id, issues.issue_no
