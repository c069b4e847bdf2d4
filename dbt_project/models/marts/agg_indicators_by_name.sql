-- Rows with points by the name of their indicator, the standard one's or the unit's own: what is lost under each.
select
    fiscal_year,
    is_synthetic,
    dimension,
    indicator_key,
    case when indicator_key is null then level3 end as own_name,
    min(report_id) as report_id,
    cast(count(*) as integer) as row_count,
    cast(sum(case when counts_report then 1 else 0 end) as integer) as report_count,
    cast(sum(case when score < weight then 1 else 0 end) as integer) as lost_count,
    cast(sum(weight) as decimal(18, 4)) as weight,
    cast(sum(score) as decimal(18, 4)) as score
from {{ ref('fct_indicator_scores') }}
where weight > 0 and score is not null
group by fiscal_year, is_synthetic, dimension, indicator_key, case when indicator_key is null then level3 end
order by fiscal_year
