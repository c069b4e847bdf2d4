-- Full marks for 资金到位率 only where all funds arrived, by any legitimate base and within rounding, or where the
-- report's own criterion says that less is enough.
with arrivals as (
    select
        quotients.report_id,
        max(quotients.quotient) as rate,
        case when count(*) = count(quotients.quotient_high) then max(quotients.quotient_high) end as greatest_rate
    from {{ ref('int_line_quotients') }} as quotients
    inner join {{ ref('int_headlines') }} as headlines
        on quotients.report_id = headlines.report_id and quotients.line_no = headlines.line_no
    where quotients.rate_measure = 'funds_received_rate'
    group by quotients.report_id
),

scored as (
    select
        *,
        cast({{ regex_extract('criteria', '([0-9]+(?:[.][0-9]+)?)[%％][^0-9%％]{0,12}满分') }} as double) / 100
            as sufficient_rate
    from {{ ref('int_indicators') }}
    where indicator_key = 'funds_received_rate' and weight > 0 and score >= weight
)

select
    scored.report_id,
    false as is_lesser,
    scored.level3 as about,
    {{ plain_number('scored.score') }} as actual,
    {{ percent_text('arrivals.rate') }} as expected,
    cast(null as double) as difference,
    scored.block_no,
    scored.row_no,
    coalesce(scored.score_col_no, scored.col_no) as col_no,
    scored.page_no,
    scored.quote
from scored
inner join arrivals on scored.report_id = arrivals.report_id
where arrivals.greatest_rate < coalesce(scored.sufficient_rate, 1) - 1e-9
