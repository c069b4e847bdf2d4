-- 各维度得分率
-- Score rate by dimension
select
    fiscal_year,
    dimension,
    count(*) as row_count,
    sum(weight) as weight,
    sum(score) as score,
    round(100.0 * sum(score) / nullif(sum(weight), 0), 2) as score_percent
from fct_indicator_scores
where weight is not null and score is not null
group by fiscal_year, dimension
order by fiscal_year desc, score_percent asc
