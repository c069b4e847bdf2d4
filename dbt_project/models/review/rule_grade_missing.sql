-- A total has a grade, ticked or written. The place is the grade line without a tick, else that of the total.
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
    coalesce(grade_lines.block_no, places.block_no) as block_no,
    case when grade_lines.block_no is null then places.row_no else grade_lines.row_no end as row_no,
    case when grade_lines.block_no is null then places.col_no else grade_lines.col_no end as col_no,
    case when grade_lines.block_no is null then places.page_no else grade_lines.page_no end as page_no,
    coalesce(grade_lines.quote, places.quote) as quote
from {{ ref('int_report_scores') }} as scores
inner join {{ ref('int_total_places') }} as places on scores.report_id = places.report_id and places.total = 'score'
left join {{ ref('grade_bands') }} as bands on scores.computed_grade = bands.grade
left join grade_lines on scores.report_id = grade_lines.report_id and grade_lines.position = 1
where
    scores.reported_total_score is not null
    and scores.grade is null
    and scores.grade_text is null
