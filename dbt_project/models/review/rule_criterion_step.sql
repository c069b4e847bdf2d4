-- A deduction is a multiple of the step that the report's own criterion states; one that leaves no points is always
-- possible.
with deducted as (
    select
        *,
        coalesce(deduction, weight - score) as lost,
        coalesce(weight_half, 0) + coalesce(score_half, 0) as lost_half
    from {{ ref('int_indicators') }}
    where deduction_step > 0 and score > 0 and score < weight
),

compared as (
    select
        *,
        lost - deduction_step * round(lost / deduction_step) as beside
    from deducted
)

select
    report_id,
    false as is_lesser,
    coalesce(level3, level2, level1) as about,
    {{ plain_number('lost') }} as actual,
    {{ plain_number('deduction_step') }} as expected,
    cast(null as double) as difference,
    block_no,
    row_no,
    coalesce(score_col_no, col_no) as col_no,
    page_no,
    quote
from compared
where {{ beyond_rounding('beside', 'lost_half') }} > 0
