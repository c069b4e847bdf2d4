-- What a ledger says was spent in a month is what the amount up to it grew by since the month before, or since the
-- year began.
with expected as (
    select
        *,
        case when month(month) = 1 then executed_to_date_wan else executed_to_date_wan - before_wan end as expected_wan,
        executed_to_date_half + case when month(month) = 1 then 0 else before_half end as expected_half
    from {{ ref('int_monthly_execution') }}
    where
        executed_in_month_basis = 'printed'
        and executed_to_date_basis = 'printed'
        and (month(month) = 1 or month_before = month - interval 1 month)
)

select
    report_id,
    entry_no,
    month,
    'executed_in_month' as measure,
    false as is_lesser,
    executed_in_month_wan as actual_wan,
    {{ plain_number('expected_wan') }} as expected,
    executed_in_month_wan - expected_wan as difference
from expected
where {{ beyond_rounding('executed_in_month_wan - expected_wan', 'executed_in_month_half + expected_half') }} > 0
