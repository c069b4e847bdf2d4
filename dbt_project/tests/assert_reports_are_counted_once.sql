-- Rows that count a report count each once: those of a rule and severity, and the scored ones of an indicator. Funding
-- lines count in totals where their report does.
with findings as (
    select concat(rule_id, ' ', severity) as counted
    from {{ ref('fct_review_findings') }}
    group by rule_id, severity
    having sum(case when counts_report then 1 else 0 end) <> count(distinct report_id)
),

indicators as (
    select coalesce(indicator_key, concat(dimension, ' ', level3)) as counted
    from {{ ref('fct_indicator_scores') }}
    where coalesce(indicator_key, level3) is not null
    group by coalesce(indicator_key, concat(dimension, ' ', level3))
    having
        sum(case when counts_report then 1 else 0 end)
        <> count(distinct case when weight > 0 and score is not null then report_id end)
),

lines as (
    select lines.report_id as counted
    from {{ ref('fct_budget_execution') }} as lines
    left join {{ ref('fct_evaluations') }} as evaluations on lines.report_id = evaluations.report_id
    where lines.counts_in_totals is distinct from evaluations.counts_in_totals
)

select counted from findings
union all
select counted from indicators
union all
select counted from lines
