-- Full marks only where the actual value meets the target's operator; told only of plain numbers of one unit. Beside a
-- target with ＝, a cost or a time that stays below it and anything else above it is the lesser fault.
with measured as (
    select
        *,
        case
            when actual_decimals > 0 or measured_unit = '%' then 0.5 * power(10, -actual_decimals)
            else cast(0 as double)
        end as actual_half,
        cast(actual_number as double) as actual_value,
        cast(target_number as double) as target_value,
        {{ less_is_better() }} as less_is_better
    from {{ ref('int_indicators') }}
    where comparison is not null and weight > 0 and score >= weight
),

judged as (
    select
        *,
        case comparison
            when 'ge' then actual_value + actual_half < target_value - 1e-9
            when 'gt' then actual_value + actual_half <= target_value
            when 'le' then actual_value - actual_half > target_value + 1e-9
            when 'lt' then actual_value - actual_half >= target_value
            else
                actual_value + actual_half < target_value - 1e-9 or actual_value - actual_half > target_value + 1e-9
        end as is_violated
    from measured
)

select
    report_id,
    comparison = 'eq' and (actual_value < target_value) = less_is_better as is_lesser,
    coalesce(level3, level2, level1) as about,
    actual_value_text as actual,
    case comparison when 'ge' then '≥' when 'gt' then '>' when 'le' then '≤' when 'lt' then '<' else '＝' end
    || {{ plain_number('target_number') }} || measured_unit as expected,
    actual_value - target_value as difference,
    block_no,
    row_no,
    coalesce(actual_col_no, col_no) as col_no,
    page_no,
    quote
from judged
where is_violated
