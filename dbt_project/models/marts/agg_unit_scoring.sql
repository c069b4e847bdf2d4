-- How a unit scores itself: the share of full marks, and which way the points for the execution rate depart from
-- weight × rate. A unit that always departs upwards is worth a question; one report alone says little.
with reports as (
    select
        evaluations.report_id,
        evaluations.organization_id,
        evaluations.fiscal_year,
        evaluations.region_code,
        evaluations.reported_total_score,
        evaluations.execution_rate,
        evaluations.reported_total_score >= scores.full_mark as has_full_marks
    from {{ ref('fct_evaluations') }} as evaluations
    inner join {{ ref('int_report_scores') }} as scores on evaluations.report_id = scores.report_id
    where
        evaluations.subject = 'project'
        and evaluations.counts_in_totals
        and evaluations.fiscal_year is not null
        and {{ is_named_unit('evaluations.organization_id') }}
),

indicators as (
    select
        reports.organization_id,
        reports.fiscal_year,
        indicators.dimension,
        indicators.score,
        indicators.weight,
        cast(indicators.score as double)
        - cast(indicators.weight as double) * least(reports.execution_rate, 1) as above_rate
    from {{ ref('fct_indicator_scores') }} as indicators
    inner join reports on indicators.report_id = reports.report_id
    where indicators.weight > 0 and indicators.score is not null
),

by_indicator as (
    select
        organization_id,
        fiscal_year,
        sum(case when dimension = 'execution' then 0 else 1 end) as indicator_count,
        sum(case when dimension <> 'execution' and score >= weight then 1 else 0 end) as full_marks_count,
        sum(case when dimension = 'execution' and above_rate is not null then 1 else 0 end) as execution_row_count,
        sum(case when dimension = 'execution' and above_rate > 1e-6 then 1 else 0 end) as above_rate_count,
        sum(case when dimension = 'execution' and above_rate < -1e-6 then 1 else 0 end) as below_rate_count,
        avg(case when dimension = 'execution' then above_rate end) as mean_above_rate
    from indicators
    group by organization_id, fiscal_year
),

by_report as (
    select
        organization_id,
        fiscal_year,
        min(region_code) as region_code,
        count(*) as report_count,
        avg(cast(reported_total_score as double)) as mean_score,
        sum(case when has_full_marks then 1 else 0 end) as full_total_count
    from reports
    group by organization_id, fiscal_year
)

select
    by_report.organization_id,
    by_report.fiscal_year,
    by_report.region_code,
    cast(by_report.report_count as integer) as report_count,
    round(cast(by_report.mean_score as double), 9) as mean_score,
    cast(by_report.full_total_count as integer) as full_total_count,
    cast(coalesce(by_indicator.indicator_count, 0) as integer) as indicator_count,
    cast(coalesce(by_indicator.full_marks_count, 0) as integer) as full_marks_count,
    {{ safe_rate('by_indicator.full_marks_count', 'by_indicator.indicator_count') }} as full_marks_share,
    cast(coalesce(by_indicator.execution_row_count, 0) as integer) as execution_row_count,
    cast(coalesce(by_indicator.above_rate_count, 0) as integer) as above_rate_count,
    cast(coalesce(by_indicator.below_rate_count, 0) as integer) as below_rate_count,
    round(cast(by_indicator.mean_above_rate as double), 9) as mean_above_rate
from by_report
left join by_indicator
    on by_report.organization_id = by_indicator.organization_id and by_report.fiscal_year = by_indicator.fiscal_year
