-- Every cell stood under its own heading; else how it was read is told.
select
    report_id,
    false as is_lesser,
    detail as about,
    quote as actual,
    cast(null as string) as expected,
    cast(null as double) as difference,
    {{ evidence('notices') }}
from {{ ref('stg_notices') }} as notices
where kind = 'row_shifted' and report_id is not null
