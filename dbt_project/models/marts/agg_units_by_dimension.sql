select
    organization_id,
    department_id,
    region_code,
    fiscal_year,
    is_synthetic,
    dimension,
    cast(count(*) as integer) as row_count,
    cast(sum(weight) as decimal(18, 4)) as weight,
    cast(sum(score) as decimal(18, 4)) as score
from {{ ref('fct_indicator_scores') }}
where weight > 0 and score is not null
group by organization_id, department_id, region_code, fiscal_year, is_synthetic, dimension
order by region_code, fiscal_year, organization_id
