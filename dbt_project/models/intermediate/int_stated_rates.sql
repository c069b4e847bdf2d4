-- Each execution or arrival rate that a report states about its own year, with the line it is about and how far it
-- lies from the nearest legitimate quotient. A rate that is tied to no line may be about any: it is the first that
-- it fits, else the headline. One that the reading could not tie to any is told as such, and says nothing here.
with doubts as (
    select
        report_id,
        block_no,
        '、' || {{ regex_extract('detail', '：([^：]+)$') }} || '、' as values_text
    from {{ ref('stg_notices') }}
    where kind = 'not_understood' and detail like '无法判断%：%'
),

rates as (
    select
        amounts.*,
        coalesce(amounts.line_no, headlines.line_no) as usual_line_no
    from {{ ref('stg_amounts') }} as amounts
    inner join {{ ref('stg_reports') }} as reports on amounts.report_id = reports.report_id
    left join {{ ref('int_headlines') }} as headlines on amounts.report_id = headlines.report_id
    left join doubts
        on
            amounts.report_id = doubts.report_id
            and amounts.block_no = doubts.block_no
            and amounts.line_no is null
            and doubts.values_text like '%、' || amounts.value_text || '、%'
    where
        doubts.report_id is null
        and amounts.measure in ('execution_rate', 'funds_received_rate')
        and amounts.value is not null
        and coalesce(amounts.year = reports.fiscal_year, true)
),

compared as (
    select
        rates.report_id,
        rates.amount_no,
        rates.usual_line_no,
        quotients.line_no,
        quotients.quotient,
        {{ interval_gap(
            'rates.value', 'rates.value_half', 'quotients.quotient_low', 'quotients.quotient_high'
        ) }} as gap
    from rates
    inner join {{ ref('int_line_quotients') }} as quotients
        on
            rates.report_id = quotients.report_id
            and rates.measure = quotients.rate_measure
            and (rates.line_no = quotients.line_no or rates.line_no is null)
),

ranked as (
    select
        *,
        row_number() over (
            partition by report_id, amount_no
            order by
                case when gap < 1e-9 then 0 else 1 end,
                case when line_no = usual_line_no then 0 else 1 end,
                gap,
                line_no,
                quotient
        ) as position
    from compared
),

-- What the report's amounts give for the line that the rate is about.
expected as (
    select
        ranked.report_id,
        ranked.amount_no,
        {{ join_distinct(percent_text('ranked.quotient'), ' / ') }} as expected
    from ranked
    inner join ranked as nearest
        on
            ranked.report_id = nearest.report_id
            and ranked.amount_no = nearest.amount_no
            and ranked.line_no = nearest.line_no
            and nearest.position = 1
    group by ranked.report_id, ranked.amount_no
)

select
    rates.report_id,
    rates.amount_no,
    coalesce(nearest.line_no, rates.usual_line_no) as line_no,
    rates.measure,
    rates.is_line_cell,
    rates.about,
    rates.value_text,
    rates.unit_text,
    cast(rates.value as double) as rate,
    rates.value_half,
    nearest.quotient as nearest_quotient,
    nearest.gap,
    expected.expected,
    {{ evidence('rates') }}
from rates
left join ranked as nearest
    on rates.report_id = nearest.report_id and rates.amount_no = nearest.amount_no and nearest.position = 1
left join expected on rates.report_id = expected.report_id and rates.amount_no = expected.amount_no
