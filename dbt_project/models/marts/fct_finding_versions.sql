-- Every finding in every version of a report that was ever filed, with the time in which that version counted.
select
    findings.finding_id,
    findings.fault_id,
    findings.rule_id,
    case when findings.is_lesser then rules.lesser_severity else rules.severity end as severity,
    rules.title_zh as rule_title_zh,
    rules.title_en as rule_title_en,
    {{ report_keys('identities') }},
    versions.version_no,
    versions.known_from,
    versions.known_to,
    findings.actual,
    findings.expected
from {{ ref('findings') }} as findings
inner join {{ ref('int_report_identities') }} as identities on findings.report_id = identities.report_id
inner join {{ ref('int_report_history') }} as versions on findings.report_id = versions.report_id
inner join {{ ref('int_review_rules') }} as rules on findings.rule_id = rules.rule_id
where rules.enabled
