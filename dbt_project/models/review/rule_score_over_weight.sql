-- No indicator has more points than its weight or fewer than none, and no report more than its full mark. Rows that by
-- their name give extra points or take some away are left out.
with points as (
    select
        *,
        concat_ws(' ', level1, level2, level3) as names
    from {{ ref('int_indicators') }}
),

indicators as (
    select
        report_id,
        coalesce(level3, level2, level1) as about,
        score,
        case when score < 0 then cast(0 as decimal(9, 4)) else weight end as bound,
        block_no,
        row_no,
        coalesce(score_col_no, col_no) as col_no,
        page_no,
        quote
    from points
    where
        (score < 0 or {{ beyond_rounding('score - weight', 'score_half + weight_half') }} > 0 and score > weight)
        and not {{ regex_matches('names', '加分|附加分|扣分|减分|倒扣') }}
),

totals as (
    select
        scores.report_id,
        '总分' as about,
        scores.reported_total_score as score,
        greatest(scores.full_mark, coalesce(scores.total_weight, scores.full_mark)) as bound,
        {{ evidence('places') }}
    from {{ ref('int_report_scores') }} as scores
    inner join {{ ref('int_total_places') }} as places on scores.report_id = places.report_id and places.total = 'score'
    where scores.reported_total_score > greatest(scores.full_mark, coalesce(scores.total_weight, scores.full_mark))
),

found as (
    select * from indicators
    union all
    select * from totals
)

select
    report_id,
    false as is_lesser,
    about,
    {{ plain_number('score') }} as actual,
    {{ plain_number('bound') }} as expected,
    score - bound as difference,
    {{ evidence('found') }}
from found
