-- Output, cost and benefit rows are not all at full marks while the money was not spent. The place is the amount spent
-- where the rate is computed from it, else the rate itself.
with full_marks as (
    select report_id
    from {{ ref('int_indicators') }}
    where dimension in ('output', 'cost', 'benefit') and weight > 0
    group by report_id
    having sum(case when score >= weight then 0 else 1 end) = 0
),

places as (
    select
        amounts.*,
        headlines.execution_rate,
        headlines.execution_rate_basis,
        headlines.budget_wan,
        headlines.executed_wan,
        row_number() over (
            partition by amounts.report_id
            order by case when amounts.is_line_cell then 0 else 1 end, amounts.amount_no
        ) as position
    from {{ ref('int_headlines') }} as headlines
    inner join {{ ref('stg_amounts') }} as amounts
        on headlines.report_id = amounts.report_id and headlines.line_no = amounts.line_no
    where
        amounts.measure = case headlines.execution_rate_basis when 'computed' then 'executed' else 'execution_rate' end
)

select
    places.report_id,
    places.execution_rate >= {{ threshold('full_marks_low_execution') }} as is_lesser,
    {{ percent_text('places.execution_rate') }} as about,
    {{ printed('places') }} as actual,
    '≥ ' || case places.execution_rate_basis
        when 'computed'
            then {{ plain_number("places.budget_wan * " ~ threshold('full_marks_low_execution', 'lesser_threshold')) }}
        else {{ percent_text(threshold('full_marks_low_execution', 'lesser_threshold')) }}
    end as expected,
    case places.execution_rate_basis
        when 'computed'
            then
                cast(places.executed_wan as double)
                - cast(places.budget_wan as double) * {{ threshold('full_marks_low_execution', 'lesser_threshold') }}
        else places.execution_rate - {{ threshold('full_marks_low_execution', 'lesser_threshold') }}
    end as difference,
    {{ evidence('places') }}
from places
inner join full_marks on places.report_id = full_marks.report_id
where
    places.position = 1
    and places.execution_rate < {{ threshold('full_marks_low_execution', 'lesser_threshold') }}
