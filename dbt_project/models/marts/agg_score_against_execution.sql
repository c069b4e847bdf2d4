-- Whether scores move with execution, by division and year: the correlation, and the line through the reports.
with counted as (
    select
        region_code,
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

scoped as (
    select
        counted.*,
        'own' as scope
    from counted
    union all
    select
        ancestors.ancestor_code as region_code,
        counted.fiscal_year,
        counted.score,
        counted.execution_rate,
        'with_subordinates' as scope
    from counted
    inner join {{ ref('int_region_ancestors') }} as ancestors on counted.region_code = ancestors.region_code
),

moments as (
    select
        region_code,
        fiscal_year,
        scope,
        count(*) as report_count,
        avg(score) as mean_score,
        avg(execution_rate) as mean_execution_rate,
        var_pop(score) as score_variance,
        var_pop(execution_rate) as rate_variance,
        covar_pop(score, execution_rate) as covariance
    from scoped
    group by region_code, fiscal_year, scope
)

select
    region_code,
    fiscal_year,
    scope,
    cast(report_count as integer) as report_count,
    round(mean_score, 9) as mean_score,
    round(mean_execution_rate, 9) as mean_execution_rate,
    case
        when report_count > 2 and score_variance > 1e-12 and rate_variance > 1e-12
            then round(covariance / sqrt(score_variance * rate_variance), 9)
    end as correlation,
    case
        when report_count > 2 and rate_variance > 1e-12 then round(covariance / rate_variance, 9)
    end as points_per_full_rate
from moments
