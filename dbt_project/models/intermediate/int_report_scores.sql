-- Totals of weights and scores per report: as printed and as the rows give them, with the grade that the bands give.
-- `stated_weight` is what the printed weights come to: where no indicator has one, those of level 1 (else 2) count
-- beside the execution rate's, if each has one. A full mark in prose below the total is that of a section.
with reports as (
    select * from {{ ref('stg_reports') }}
),

points as (
    select
        *,
        row_number() over (
            partition by report_id, measure
            order by case origin when 'table' then 0 else 1 end, amount_no
        ) as position
    from {{ ref('stg_amounts') }}
    where
        measure = 'total_score'
        or (measure = 'section_weight' and {{ regex_matches('about', '总分|合计|总计|满分') }})
),

printed as (
    select
        report_id,
        max(case when measure = 'total_score' then {{ bounded_decimal('value', 9, 4) }} end) as total_score,
        max(case when measure = 'total_score' then value_half end) as total_score_half,
        max(case when measure = 'section_weight' then {{ bounded_decimal('value', 9, 4) }} end) as full_mark,
        max(case when measure = 'section_weight' then origin end) as full_mark_origin
    from points
    where position = 1
    group by report_id
),

summed as (
    select
        report_id,
        count(case when is_execution_row then null else weight end) as weighted_count,
        sum(weight) as weight,
        sum(case when weight is not null then weight_half end) as total_weight_half,
        {{ bounded_decimal("sum(score)", 9, 4) }} as computed_total_score,
        sum(case when score is not null then score_half end) as computed_total_score_half
    from {{ ref('int_indicators') }}
    group by report_id
),

level_weights as (
    select distinct
        report_id,
        1 as level,
        level1,
        level1 as level2,
        level1_weight as weight
    from {{ ref('int_indicators') }}
    where not is_execution_row
    union all
    select distinct
        report_id,
        2 as level,
        level1,
        level2,
        level2_weight as weight
    from {{ ref('int_indicators') }}
    where not is_execution_row
),

summed_levels as (
    select
        report_id,
        level,
        sum(weight) as weight
    from level_weights
    group by report_id, level
    having count(*) = count(weight)
),

totals as (
    select
        reports.report_id,
        reports.grade,
        reports.grade_text,
        {{ bounded_decimal("summed.weight", 9, 4) }} as total_weight,
        case
            when summed.weighted_count > 0 then summed.weight
            else coalesce(level1.weight, level2.weight) + coalesce(summed.weight, 0)
        end as stated_weight,
        summed.total_weight_half,
        summed.computed_total_score,
        summed.computed_total_score_half,
        printed.total_score as reported_total_score,
        printed.total_score_half as reported_total_score_half,
        case
            when
                printed.full_mark > 0
                and (
                    printed.full_mark_origin = 'table'
                    or printed.total_score is null
                    or printed.full_mark >= printed.total_score
                )
                then printed.full_mark
            else cast(100 as decimal(9, 4))
        end as full_mark
    from reports
    left join printed on reports.report_id = printed.report_id
    left join summed on reports.report_id = summed.report_id
    left join summed_levels as level1 on reports.report_id = level1.report_id and level1.level = 1
    left join summed_levels as level2 on reports.report_id = level2.report_id and level2.level = 2
),

on_hundred as (
    select
        *,
        reported_total_score * 100.0 / full_mark as score_of_hundred,
        (reported_total_score - reported_total_score_half) * 100.0 / full_mark as least_score_of_hundred
    from totals
)

select
    on_hundred.report_id,
    on_hundred.grade,
    on_hundred.grade_text,
    on_hundred.total_weight,
    on_hundred.stated_weight,
    on_hundred.total_weight_half,
    on_hundred.computed_total_score,
    on_hundred.computed_total_score_half,
    on_hundred.reported_total_score,
    on_hundred.reported_total_score_half,
    on_hundred.full_mark,
    bands.grade as computed_grade,
    least_bands.grade as least_computed_grade
from on_hundred
left join {{ ref('grade_bands') }} as bands
    on
        on_hundred.score_of_hundred >= bands.lower_bound
        and coalesce(on_hundred.score_of_hundred < bands.upper_bound, true)
left join {{ ref('grade_bands') }} as least_bands
    on
        on_hundred.least_score_of_hundred >= least_bands.lower_bound
        and coalesce(on_hundred.least_score_of_hundred < least_bands.upper_bound, true)
