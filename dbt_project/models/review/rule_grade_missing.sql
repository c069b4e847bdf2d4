-- Where a report with a total asks for a grade, one is ticked or written. The place is the first one that asks for it.
with grade_lines as (
    select
        *,
        row_number() over (partition by report_id order by block_no, row_no, col_no) as position
    from {{ ref('stg_report_fields') }}
    where field = 'grade'
)

select
    scores.report_id,
    false as is_lesser,
    '评价等次' as about,
    cast(null as string) as actual,
    bands.label_zh as expected,
    cast(null as double) as difference,
    {{ evidence('grade_lines') }}
from {{ ref('int_report_scores') }} as scores
inner join grade_lines on scores.report_id = grade_lines.report_id and grade_lines.position = 1
left join {{ ref('grade_bands') }} as bands on scores.computed_grade = bands.grade
where
    scores.reported_total_score is not null
    and scores.grade is null
    and scores.grade_text is null
