-- 失分最多的三级指标
-- Indicators that lose the most points
select
    coalesce(standard.indicator_name, scores.level3) as indicator,
    scores.dimension,
    count(*) as row_count,
    sum(scores.weight - scores.score) as points_lost,
    round(100 * avg(scores.score_rate), 2) as mean_score_percent
from fct_indicator_scores as scores
left join dim_indicators as standard on scores.indicator_key = standard.indicator_key
where scores.score < scores.weight
group by coalesce(standard.indicator_name, scores.level3), scores.dimension
order by points_lost desc
limit 50
