-- What was reached is not far above a quantified target; where less is better there is no such thing.
select
    report_id,
    false as is_lesser,
    coalesce(level3, level2, level1) as about,
    actual_value_text as actual,
    {{ plain_number('target_number') }} || measured_unit as expected,
    cast(actual_number as double) - cast(target_number as double) as difference,
    block_no,
    row_no,
    coalesce(target_col_no, col_no) as col_no,
    page_no,
    quote
from {{ ref('int_indicators') }}
where
    target_number > 0
    and coalesce(comparison not in ('le', 'lt'), true)
    and not {{ less_is_better() }}
    and cast(actual_number as double) >= cast(target_number as double) * {{ threshold('target_too_low') }} - 1e-9
