select
    region_code,
    fiscal_year,
    is_synthetic,
    severity,
    rule_id,
    rule_title_zh,
    rule_title_en,
    decision,
    cast(count(*) as integer) as finding_count,
    cast(sum(case when counts_report then 1 else 0 end) as integer) as report_count
from {{ ref('fct_review_findings') }}
where on_report
group by region_code, fiscal_year, is_synthetic, severity, rule_id, rule_title_zh, rule_title_en, decision
order by region_code, fiscal_year
