-- The attachments that a report lists are in the file.
select
    report_id,
    false as is_lesser,
    title as about,
    cast(null as string) as actual,
    cast(null as string) as expected,
    cast(null as double) as difference,
    {{ evidence('attachments') }}
from {{ ref('stg_listed_attachments') }} as attachments
where not is_present
