-- The grade is that of the total in the bands in force, or of what the total may have been before it was rounded.
with grade_places as (
    select
        *,
        row_number() over (partition by report_id order by block_no, row_no, col_no) as position
    from {{ ref('stg_report_fields') }}
    where field = 'grade' and value_text is not null
)

select
    scores.report_id,
    false as is_lesser,
    {{ plain_number('scores.reported_total_score') }} as about,
    scores.grade_text as actual,
    bands.label_zh as expected,
    cast(null as double) as difference,
    {{ evidence('grade_places') }}
from {{ ref('int_report_scores') }} as scores
inner join {{ ref('grade_bands') }} as bands on scores.computed_grade = bands.grade
left join grade_places on scores.report_id = grade_places.report_id and grade_places.position = 1
where
    scores.grade <> scores.computed_grade
    and scores.grade <> scores.least_computed_grade
