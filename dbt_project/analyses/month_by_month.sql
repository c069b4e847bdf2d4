-- 逐月趋势：台账的支出进度，报告的份数与平均分
-- Month by month: execution by ledgers, reports and their mean score
select
    trend.month,
    regions.region_name,
    trend.source,
    round(trend.execution_rate_to_date * 100, 2) as percent_to_date,
    round(trend.progress_gap * 100, 2) as points_off_time,
    trend.executed_in_month_wan,
    trend.project_count - trend.in_month_project_count as projects_without_amount_in_month,
    trend.slow_count,
    trend.report_count,
    round(trend.mean_score, 2) as mean_score,
    trend.finding_count
from agg_monthly_trend as trend
inner join dim_regions as regions on trend.region_code = regions.region_code
where trend.scope = 'own'
order by trend.month desc, trend.region_code asc, trend.source asc
