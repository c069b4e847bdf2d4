-- The money table prints its unit; else how it was inferred is told.
select
    report_id,
    false as is_lesser,
    detail as about,
    quote as actual,
    cast(null as string) as expected,
    cast(null as double) as difference,
    {{ evidence('notices') }}
from {{ ref('stg_notices') }} as notices
where kind = 'unit_inferred' and report_id is not null
