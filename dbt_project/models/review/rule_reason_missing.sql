-- Every deduction, and an execution rate below the threshold, has a reason in its row or in the prose; 无 is none.
-- Points for the execution rate itself follow from the rate. Told once per report.
with lost as (
    select
        *,
        coalesce(level3, level2, level1) as name
    from {{ ref('int_indicators') }}
    where
        not is_execution_row
        and coalesce(indicator_key <> 'execution_rate', true)
        and score < weight
        and {{ beyond_rounding('weight - score', 'weight_half + score_half') }} > 0
        and coalesce(stated_reason, '') = ''
        and {{ says_nothing('deduction_reason') }}
),

explained as (
    select distinct report_id
    from {{ ref('stg_report_fields') }}
    where field = 'low_execution_reason'
    union
    select distinct report_id
    from {{ ref('int_indicators') }}
    where
        not {{ says_nothing('deduction_reason') }}
        and {{ regex_matches("coalesce(deduction_reason, '')", '执行|资金|预算|支付|支出') }}
),

rates as (
    select
        places.*,
        headlines.execution_rate,
        row_number() over (
            partition by places.report_id
            order by case when places.is_line_cell then 0 else 1 end, places.amount_no
        ) as position
    from {{ ref('int_headlines') }} as headlines
    inner join {{ ref('stg_amounts') }} as places
        on headlines.report_id = places.report_id and headlines.line_no = places.line_no
    where places.measure = case headlines.execution_rate_basis when 'computed' then 'executed' else 'execution_rate' end
),

places as (
    select
        report_id,
        name as about,
        indicator_no as item_no,
        block_no,
        row_no,
        coalesce(score_col_no, col_no) as col_no,
        page_no,
        quote
    from lost
    union all
    select
        rates.report_id,
        '预算执行率 ' || {{ percent_text('rates.execution_rate') }} as about,
        0 as item_no,
        {{ evidence('rates') }}
    from rates
    left join explained on rates.report_id = explained.report_id
    where
        rates.position = 1
        and rates.execution_rate < {{ threshold('reason_missing') }}
        and explained.report_id is null
),

together as (
    select
        report_id,
        {{ join_distinct('about') }} as abouts
    from places
    group by report_id
),

ranked as (
    select
        *,
        row_number() over (partition by report_id order by item_no) as position
    from places
)

select
    ranked.report_id,
    false as is_lesser,
    '扣分及低执行率' as about,
    together.abouts as actual,
    cast(null as string) as expected,
    cast(null as double) as difference,
    {{ evidence('ranked') }}
from ranked
inner join together on ranked.report_id = together.report_id
where ranked.position = 1
