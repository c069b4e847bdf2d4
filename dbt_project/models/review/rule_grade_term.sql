-- The grade is one of the four terms; another word that is understood is told.
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
    '评价等次' as about,
    scores.grade_text as actual,
    bands.label_zh as expected,
    cast(null as double) as difference,
    {{ evidence('grade_places') }}
from {{ ref('int_report_scores') }} as scores
inner join {{ ref('grade_bands') }} as bands on scores.grade = bands.grade
left join grade_places on scores.report_id = grade_places.report_id and grade_places.position = 1
where scores.grade_text <> bands.label_zh
