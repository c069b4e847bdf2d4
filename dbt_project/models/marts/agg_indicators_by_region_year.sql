-- Rows with points by how they score: enough for the spread of dimensions and of standard indicators over many reports.
select
    region_code,
    fiscal_year,
    is_synthetic,
    dimension,
    indicator_key,
    score_rate,
    cast(count(*) as integer) as row_count,
    cast(sum(case when counts_report then 1 else 0 end) as integer) as report_count,
    cast(sum(case when score >= weight then 1 else 0 end) as integer) as full_marks_count,
    cast(sum(weight) as decimal(18, 4)) as weight,
    cast(sum(score) as decimal(18, 4)) as score
from {{ ref('fct_indicator_scores') }}
where weight > 0 and score is not null
group by region_code, fiscal_year, is_synthetic, dimension, indicator_key, score_rate
order by region_code, fiscal_year
