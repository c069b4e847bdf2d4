-- Who is in charge, telephone, date and signatures are filled. One finding a report, naming the blank fields, at the
-- first.
with ranked as (
    select
        *,
        row_number() over (partition by report_id order by block_no, row_no, col_no, blank_no) as position
    from {{ ref('stg_blank_fields') }}
),

named as (
    select
        report_id,
        {{ join_distinct('label') }} as labels
    from {{ ref('stg_blank_fields') }}
    group by report_id
)

select
    ranked.report_id,
    false as is_lesser,
    named.labels as about,
    cast(null as string) as actual,
    cast(null as string) as expected,
    cast(null as double) as difference,
    {{ evidence('ranked') }}
from ranked
inner join named on ranked.report_id = named.report_id
where ranked.position = 1
