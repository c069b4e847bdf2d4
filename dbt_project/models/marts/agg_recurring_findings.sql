-- What the review finds again and again in the reports of one unit.
with findings as (
    select findings.*
    from {{ ref('fct_review_findings') }} as findings
    inner join {{ ref('fct_evaluations') }} as evaluations on findings.report_id = evaluations.report_id
)

select
    organization_id,
    rule_id,
    min(region_code) as region_code,
    cast(min(fiscal_year) as integer) as first_year,
    cast(max(fiscal_year) as integer) as last_year,
    cast(count(distinct fiscal_year) as integer) as year_count,
    cast(count(distinct report_id) as integer) as report_count,
    cast(count(*) as integer) as finding_count,
    cast(sum(case when decision = 'accepted' then 1 else 0 end) as integer) as accepted_count,
    cast(sum(case when decision = 'dismissed' then 1 else 0 end) as integer) as dismissed_count
from findings
where {{ is_named_unit('organization_id') }}
group by organization_id, rule_id
having count(distinct report_id) > 1
