-- A stated rate fits the stated amounts by one of the legitimate bases.
select
    report_id,
    gap < {{ threshold('rate_amounts', 'lesser_threshold') }} as is_lesser,
    about,
    {{ printed('rates') }} as actual,
    expected,
    rate - nearest_quotient as difference,
    {{ evidence('rates') }}
from {{ ref('int_stated_rates') }} as rates
where gap > 1e-9
