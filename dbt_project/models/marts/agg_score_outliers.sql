-- Reports whose score lies far off what the reports of their year with the same execution rate have: twice the usual
-- distance from the year's line, and a point at least. Years with fewer than ten reports tell nothing.
with counted as (
    select
        report_id,
        fiscal_year,
        cast(reported_total_score as double) as score,
        execution_rate
    from {{ ref('fct_evaluations') }}
    where
        subject = 'project'
        and counts_in_totals
        and fiscal_year is not null
        and reported_total_score is not null
        and execution_rate is not null
),

years as (
    select
        fiscal_year,
        count(*) as report_count,
        avg(score) as mean_score,
        avg(execution_rate) as mean_rate,
        var_pop(execution_rate) as rate_variance,
        covar_pop(score, execution_rate) as covariance
    from counted
    group by fiscal_year
),

placed as (
    select
        counted.report_id,
        counted.fiscal_year,
        counted.score,
        counted.execution_rate,
        years.mean_score
        + case when years.rate_variance > 1e-12 then years.covariance / years.rate_variance else 0 end
        * (counted.execution_rate - years.mean_rate) as usual_score
    from counted
    inner join years on counted.fiscal_year = years.fiscal_year
    where years.report_count >= 10
),

deviations as (
    select
        *,
        sqrt(avg((score - usual_score) * (score - usual_score)) over (partition by fiscal_year)) as usual_distance
    from placed
)

select
    {{ report_keys('keys') }},
    deviations.score,
    deviations.execution_rate,
    round(deviations.usual_score, 9) as usual_score,
    round(deviations.score - deviations.usual_score, 9) as distance,
    round((deviations.score - deviations.usual_score) / deviations.usual_distance, 9) as distance_in_deviations
from deviations
inner join {{ ref('int_report_keys') }} as keys on deviations.report_id = keys.report_id
where
    abs(deviations.score - deviations.usual_score) >= 1
    and abs(deviations.score - deviations.usual_score) >= 2 * deviations.usual_distance
