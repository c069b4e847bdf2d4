-- Where the form has columns for them, every indicator has a target and an actual value; told once with the count.
with blank as (
    select
        *,
        row_number() over (partition by report_id order by indicator_no) as position,
        count(*) over (partition by report_id) as blank_count
    from {{ ref('int_indicators') }}
    where
        not is_execution_row
        and (
            (target_col_no is not null and {{ says_nothing('target_value_text') }})
            or (actual_col_no is not null and {{ says_nothing('actual_value_text') }})
        )
)

select
    report_id,
    false as is_lesser,
    '指标值、完成值' as about,
    cast(blank_count as string) as actual,
    cast(null as string) as expected,
    cast(null as double) as difference,
    block_no,
    row_no,
    case
        when target_col_no is not null and {{ says_nothing('target_value_text') }} then target_col_no
        else actual_col_no
    end as col_no,
    page_no,
    quote
from blank
where position = 1
