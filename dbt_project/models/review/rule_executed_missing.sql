-- A report states what was spent; a rate alone does not. Nothing is told where figures of its money could not be
-- understood: the amount may be among them.
with spending as (
    select distinct report_id
    from {{ ref('stg_amounts') }}
    where measure = 'executed'
),

unread as (
    select reports.report_id
    from {{ ref('stg_reports') }} as reports
    inner join {{ ref('stg_unplaced_figures') }} as figures on reports.document_id = figures.document_id
    where figures.context in ('money', 'rate')
    union
    select report_id
    from {{ ref('stg_notices') }}
    where kind = 'not_understood' and report_id is not null
),

places as (
    select
        report_id,
        2 as kind,
        line_no as item_no,
        {{ evidence('lines') }}
    from {{ ref('int_headlines') }} as lines
    union all
    select
        report_id,
        case field when 'title' then 3 else 4 end as kind,
        block_no as item_no,
        {{ evidence('fields') }}
    from {{ ref('stg_report_fields') }} as fields
),

ranked as (
    select
        *,
        row_number() over (partition by report_id order by kind, item_no, row_no, col_no) as position
    from places
)

select
    reports.report_id,
    false as is_lesser,
    '支出金额' as about,
    cast(null as string) as actual,
    cast(null as string) as expected,
    cast(null as double) as difference,
    {{ evidence('places') }}
from {{ ref('stg_reports') }} as reports
left join spending on reports.report_id = spending.report_id
left join unread on reports.report_id = unread.report_id
inner join ranked as places on reports.report_id = places.report_id and places.position = 1
where
    spending.report_id is null
    and unread.report_id is null
