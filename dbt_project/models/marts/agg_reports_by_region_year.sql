-- Sums over reports by all that they are usually chosen by: whoever asks for some of them adds up a few rows.
select
    region_code,
    fiscal_year,
    form,
    reported_grade,
    is_synthetic,
    cast(count(*) as integer) as report_count,
    cast(sum(case when is_counted then 1 else 0 end) as integer) as counted_count,
    cast(sum(case when is_counted then budget_wan end) as decimal(20, 6)) as budget_wan,
    cast(sum(case when is_counted then executed_wan end) as decimal(20, 6)) as executed_wan,
    cast(sum(case when is_counted and is_covered then 1 else 0 end) as integer) as covered_count,
    cast(sum(case when is_counted and is_covered then budget_wan end) as decimal(20, 6)) as covered_budget_wan,
    cast(sum(case when is_counted and is_covered then executed_wan end) as decimal(20, 6)) as covered_executed_wan,
    cast(count(reported_total_score) as integer) as scored_count,
    cast(sum(reported_total_score) as decimal(18, 4)) as total_score,
    cast(sum(case when reported_grade <> computed_grade then 1 else 0 end) as integer) as differing_grade_count,
    cast(sum(finding_count) as integer) as finding_count
from (
    select
        *,
        subject = 'project' and counts_in_totals as is_counted,
        budget_wan is not null and executed_wan is not null as is_covered
    from {{ ref('fct_evaluations') }}
) as reports
group by region_code, fiscal_year, form, reported_grade, is_synthetic
order by region_code, fiscal_year
