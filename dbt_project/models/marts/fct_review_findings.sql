-- Every finding of the review, on reports and on monthly ledgers, with its severity and words, and what a reviewer
-- decided of it.
with findings as (
    select
        findings.finding_id,
        findings.fault_id,
        findings.rule_id,
        findings.is_lesser,
        findings.about,
        findings.actual,
        findings.expected,
        findings.difference,
        findings.block_no,
        findings.row_no,
        findings.col_no,
        findings.page_no,
        findings.quote,
        {{ report_keys('keys') }},
        true as on_report,
        cast(null as date) as ledger_month
    from {{ ref('findings') }} as findings
    inner join {{ ref('int_report_keys') }} as keys on findings.report_id = keys.report_id
    union all
    select
        finding_id,
        fault_id,
        rule_id,
        is_lesser,
        about,
        actual,
        expected,
        difference,
        block_no,
        row_no,
        col_no,
        page_no,
        quote,
        report_id,
        document_id,
        subject,
        fiscal_year,
        region_code,
        organization_id,
        department_id,
        project_id,
        is_synthetic,
        false as on_report,
        ledger_month
    from {{ ref('ledger_findings') }}
),

spoken_of as (
    select
        findings.finding_id,
        decisions.*
    from findings
    inner join {{ ref('int_decided_faults') }} as decisions on findings.finding_id = decisions.decided_id
    union all
    select
        findings.finding_id,
        decisions.*
    from findings
    inner join {{ ref('int_decided_faults') }} as decisions on findings.fault_id = decisions.decided_id
),

latest as (
    select
        *,
        row_number() over (partition by finding_id order by decision_no desc) as position
    from spoken_of
)

select
    findings.finding_id,
    findings.fault_id,
    findings.rule_id,
    case when findings.is_lesser then rules.lesser_severity else rules.severity end as severity,
    rules.title_zh as rule_title_zh,
    rules.title_en as rule_title_en,
    rules.legal_basis,
    {{ report_keys('findings') }},
    {{ filled('rules.message_zh', 'findings') }} as message_zh,
    {{ filled('rules.message_en', 'findings') }} as message_en,
    findings.actual,
    findings.expected,
    findings.difference,
    case
        when coalesce(latest.action, 'reopen') = 'reopen' then 'open'
        when coalesce(latest.actual, '') <> coalesce(findings.actual, '') then 'reopened'
        when coalesce(latest.expected, '') <> coalesce(findings.expected, '') then 'reopened'
        when latest.action = 'accept' then 'accepted'
        else 'dismissed'
    end as decision,
    latest.reviewer,
    latest.decided_at,
    latest.reason as decision_reason,
    {{ evidence('findings') }},
    findings.on_report,
    findings.ledger_month,
    findings.finding_id = min(findings.finding_id) over (
        partition by
            findings.report_id,
            findings.rule_id,
            case when findings.is_lesser then rules.lesser_severity else rules.severity end
    ) as counts_report
from findings
left join latest on findings.finding_id = latest.finding_id and latest.position = 1
inner join {{ ref('int_review_rules') }} as rules on findings.rule_id = rules.rule_id
where rules.enabled
order by findings.region_code, findings.fiscal_year, findings.report_id, findings.finding_id
