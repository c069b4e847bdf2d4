-- 标准指标在各单位的得分率
-- Standard indicators compared over units
select
    standard.indicator_name,
    scores.fiscal_year,
    count(distinct scores.organization_id) as unit_count,
    round(100 * min(scores.score_rate), 2) as least_percent,
    round(100 * avg(scores.score_rate), 2) as mean_percent,
    round(100 * max(scores.score_rate), 2) as greatest_percent
from fct_indicator_scores as scores
inner join dim_indicators as standard on scores.indicator_key = standard.indicator_key
where scores.score_rate is not null
group by standard.indicator_name, scores.fiscal_year
order by standard.indicator_name, scores.fiscal_year
