-- 各区划得分分布
-- Distribution of scores by district
select
    regions.region_full_name,
    scores.fiscal_year,
    scores.scored_report_count,
    scores.min_score,
    scores.median_score,
    round(scores.mean_score, 2) as mean_score,
    scores.max_score,
    scores.excellent_count,
    scores.good_count,
    scores.fair_count,
    scores.poor_count
from agg_scores_by_region_year as scores
inner join dim_regions as regions on scores.region_code = regions.region_code
where scores.scope = 'own'
order by scores.fiscal_year desc, scores.mean_score desc
