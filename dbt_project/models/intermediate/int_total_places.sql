-- Where the totals of a report's points are printed: the place of the full mark and of the total score; where neither
-- is, that of its first indicator.
with places as (
    select
        report_id,
        case measure when 'section_weight' then 1 else 2 end as kind,
        case origin when 'table' then 0 else 1 end as origin_rank,
        amount_no as item_no,
        {{ evidence('amounts') }}
    from {{ ref('stg_amounts') }} as amounts
    where
        measure = 'total_score'
        or (measure = 'section_weight' and {{ regex_matches('about', '总分|合计|总计|满分') }})
    union all
    select
        report_id,
        3 as kind,
        0 as origin_rank,
        indicator_no as item_no,
        {{ evidence('indicators') }}
    from {{ ref('int_indicators') }} as indicators
),

totals as (
    select
        'weight' as total,
        *
    from places
    union all
    select
        'score' as total,
        *
    from places
    where kind > 1
),

ranked as (
    select
        *,
        row_number() over (partition by report_id, total order by kind, origin_rank, item_no) as position
    from totals
)

select
    report_id,
    total,
    {{ evidence('ranked') }}
from ranked
where position = 1
