-- 满分指标占比最高的单位
-- Units with the greatest share of full marks
select
    units.organization_name,
    scoring.fiscal_year,
    scoring.report_count,
    scoring.indicator_count,
    round(100 * scoring.full_marks_share, 2) as full_marks_percent,
    scoring.above_rate_count,
    scoring.execution_row_count
from agg_unit_scoring as scoring
inner join dim_organizations as units on scoring.organization_id = units.organization_id
where scoring.full_marks_share is not null
order by scoring.full_marks_share desc, scoring.indicator_count desc
