-- What was spent up to a month is never less than what was spent up to the month before. The lesser severity where the
-- ledger itself prints a payment taken back that explains it.
select
    report_id,
    entry_no,
    month,
    'executed_to_date' as measure,
    coalesce(
        executed_in_month_basis = 'printed' and executed_in_month_wan <= executed_to_date_wan - before_wan, false
    ) as is_lesser,
    executed_to_date_wan as actual_wan,
    {{ plain_number('before_wan') }} as expected,
    executed_to_date_wan - before_wan as difference
from {{ ref('int_monthly_execution') }}
where
    executed_to_date_basis = 'printed'
    and executed_to_date_wan < before_wan
    and {{ beyond_rounding('executed_to_date_wan - before_wan', 'executed_to_date_half + before_half') }} > 0
