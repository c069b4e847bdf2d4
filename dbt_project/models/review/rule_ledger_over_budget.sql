-- No more is spent than the year's budget allows.
select
    report_id,
    entry_no,
    month,
    'executed_to_date' as measure,
    false as is_lesser,
    executed_to_date_wan as actual_wan,
    {{ plain_number('annual_budget_wan') }} as expected,
    executed_to_date_wan - annual_budget_wan as difference
from {{ ref('int_monthly_execution') }}
where
    executed_to_date_basis = 'printed'
    and budget_basis = 'annual'
    and executed_to_date_wan > annual_budget_wan
    and {{ beyond_rounding('executed_to_date_wan - annual_budget_wan', 'executed_to_date_half + annual_budget_half') }}
    > 0
