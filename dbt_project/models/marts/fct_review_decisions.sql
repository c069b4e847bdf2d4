-- Each line of the reviewers' log, with the finding that it speaks of today.
with decisions as (
    select * from {{ ref('stg_review_decisions') }}
),

findings as (
    select
        finding_id,
        fault_id,
        report_id
    from {{ ref('fct_review_findings') }}
),

same_place as (
    select
        decisions.decision_no,
        findings.finding_id,
        findings.report_id
    from decisions
    inner join findings on decisions.finding_id = findings.finding_id
),

same_fault as (
    select
        decisions.decision_no,
        findings.finding_id,
        findings.report_id
    from decisions
    inner join findings on decisions.fault_id = findings.fault_id
)

select
    decisions.decision_no,
    decisions.decided_at,
    decisions.reviewer,
    decisions.action,
    decisions.reason,
    decisions.rule_id,
    decisions.actual,
    decisions.expected,
    coalesce(same_place.finding_id, same_fault.finding_id) as finding_id,
    coalesce(same_place.report_id, same_fault.report_id) as report_id
from decisions
left join same_place on decisions.decision_no = same_place.decision_no
left join same_fault on decisions.decision_no = same_fault.decision_no
