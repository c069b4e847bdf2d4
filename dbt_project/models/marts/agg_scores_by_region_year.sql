with counted as (
    select
        evaluations.region_code,
        evaluations.fiscal_year,
        evaluations.reported_total_score as total_score,
        evaluations.reported_grade as grade,
        evaluations.reported_total_score >= scores.full_mark as has_full_marks
    from {{ ref('fct_evaluations') }} as evaluations
    inner join {{ ref('int_report_scores') }} as scores on evaluations.report_id = scores.report_id
    where evaluations.subject = 'project' and evaluations.counts_in_totals and evaluations.fiscal_year is not null
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
        counted.total_score,
        counted.grade,
        counted.has_full_marks,
        'with_subordinates' as scope
    from counted
    inner join {{ ref('int_region_ancestors') }} as ancestors on counted.region_code = ancestors.region_code
)

select
    region_code,
    fiscal_year,
    scope,
    cast(count(*) as integer) as report_count,
    cast(count(total_score) as integer) as scored_report_count,
    cast(avg(cast(total_score as double)) as double) as mean_score,
    min(total_score) as min_score,
    {{ quantile('cast(total_score as double)', 0.25) }} as q1_score,
    {{ quantile('cast(total_score as double)', 0.5) }} as median_score,
    {{ quantile('cast(total_score as double)', 0.75) }} as q3_score,
    max(total_score) as max_score,
    {%- for grade in ['excellent', 'good', 'fair', 'poor'] %}
    cast(sum(case when grade = '{{ grade }}' then 1 else 0 end) as integer) as {{ grade }}_count,
    {%- endfor %}
    cast(sum(case when grade is null then 1 else 0 end) as integer) as no_grade_count,
    {{ safe_rate('sum(case when has_full_marks then 1 else 0 end)', 'count(total_score)') }} as full_marks_share
from scoped
group by region_code, fiscal_year, scope
