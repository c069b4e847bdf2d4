-- Of one line no more is spent than was received, and no more received (or spent) than was budgeted, unless the report
-- speaks of an adjustment or of money carried over that its lines do not hold, or the budget at the start of the year
-- was none; no amount is negative.
with cells as (
    select
        amounts.report_id,
        amounts.line_no,
        amounts.measure,
        case
            when lines.origin = 'table' and not lines.is_headline then lines.line_label || '”的“' || amounts.about
            else amounts.about
        end as about,
        amounts.about as measure_text,
        amounts.value,
        amounts.value_half,
        amounts.value_text,
        amounts.unit_text,
        {{ evidence('amounts') }},
        row_number() over (
            partition by amounts.report_id, amounts.line_no, amounts.measure
            order by amounts.amount_no
        ) as position
    from {{ ref('stg_amounts') }} as amounts
    left join {{ ref('stg_funding_lines') }} as lines
        on amounts.report_id = lines.report_id and amounts.line_no = lines.line_no
    where
        amounts.is_line_cell
        and amounts.value is not null
        and amounts.measure in (
            'initial_budget', 'budget_adjustment', 'annual_budget', 'appropriated', 'funds_received', 'executed'
        )
),

-- The budget that a line is measured against, with the cell that stands for it.
budgets as (
    select
        lines.report_id,
        lines.line_no,
        lines.budget_basis,
        lines.budget_wan as value,
        cells.value_half + coalesce(adjustments.value_half, 0) as value_half,
        cells.measure_text as about,
        case
            when lines.budget_basis in ('initial', 'appropriated') then 0
            else 1
        end as is_adjusted
    from {{ ref('int_funding_lines') }} as lines
    inner join cells
        on
            lines.report_id = cells.report_id
            and lines.line_no = cells.line_no
            and cells.position = 1
            and cells.measure = case lines.budget_basis
                when 'annual' then 'annual_budget'
                when 'appropriated' then 'appropriated'
                else 'initial_budget'
            end
    left join cells as adjustments
        on
            lines.report_id = adjustments.report_id
            and lines.line_no = adjustments.line_no
            and adjustments.position = 1
            and adjustments.measure = 'budget_adjustment'
            and lines.budget_basis = 'adjusted'
),

changes as (
    select
        report_id,
        measure = 'carryover' as is_carryover
    from {{ ref('stg_amounts') }}
    where measure in ('budget_adjustment', 'carryover') and value <> 0 and not is_line_cell
    union all
    select
        report_id,
        not {{ regex_matches('value_text', '追加|调[增减剂整]|[核压]减|压缩|收回|新增|增加|年中|上级') }} as is_carryover
    from {{ ref('stg_report_fields') }}
    where field = 'budget_adjusted'
),

carried_over as (
    select distinct lines.report_id
    from {{ ref('stg_funding_lines') }} as lines
    inner join cells on lines.report_id = cells.report_id and lines.line_no = cells.line_no
    where lines.fund_origin = 'carryover' and lines.origin = 'table' and cells.value <> 0
),

explained as (
    select distinct changes.report_id
    from changes
    left join carried_over on changes.report_id = carried_over.report_id
    where carried_over.report_id is null or not changes.is_carryover
),

greater as (
    select * from cells
    where measure in ('funds_received', 'executed') and position = 1
),

measures as (
    select 'funds_received' as measure
    union all
    select 'executed' as measure
),

bounds as (
    select
        cells.report_id,
        cells.line_no,
        'executed' as measure,
        cells.measure_text as about,
        cells.value,
        cells.value_half
    from cells
    where cells.measure = 'funds_received' and cells.position = 1
    union all
    select
        budgets.report_id,
        budgets.line_no,
        measures.measure,
        budgets.about,
        budgets.value,
        budgets.value_half
    from budgets
    cross join measures
    left join explained on budgets.report_id = explained.report_id
    left join cells as received
        on
            budgets.report_id = received.report_id
            and budgets.line_no = received.line_no
            and received.measure = 'funds_received'
            and received.position = 1
    where
        explained.report_id is null
        and not (budgets.is_adjusted = 0 and budgets.value = 0)
        and (measures.measure = 'funds_received' or received.report_id is null)
),

found as (
    select
        greater.*,
        '≤ ' || bounds.about || ' ' || {{ plain_number('bounds.value') }} as expected,
        greater.value - bounds.value as difference
    from greater
    inner join bounds
        on
            greater.report_id = bounds.report_id
            and greater.line_no = bounds.line_no
            and greater.measure = bounds.measure
    where
        greater.value > bounds.value
        and {{ beyond_rounding('greater.value - bounds.value', 'greater.value_half + bounds.value_half') }} > 0
    union all
    select
        cells.*,
        '≥ 0' as expected,
        cells.value as difference
    from cells
    where cells.value < 0 and cells.measure <> 'budget_adjustment'
)

select
    report_id,
    false as is_lesser,
    about,
    {{ printed('found') }} as actual,
    expected,
    difference,
    {{ evidence('found') }}
from found
