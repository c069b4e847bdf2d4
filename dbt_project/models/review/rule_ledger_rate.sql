-- A printed rate is what was spent up to the month over the year's budget, the initial one or that with its adjustment,
-- in every row.
with rows_of_figures as (
    select
        report_id,
        entry_no,
        month,
        max(case when measure = 'annual_budget' then value end) as annual_budget,
        max(case when measure = 'annual_budget' then value_half end) as annual_budget_half,
        max(case when measure = 'initial_budget' then value end) as initial_budget,
        max(case when measure = 'initial_budget' then value_half end) as initial_budget_half,
        max(case when measure = 'budget_adjustment' then value end) as budget_adjustment,
        max(case when measure = 'budget_adjustment' then value_half end) as budget_adjustment_half,
        max(case when measure = 'executed_to_date' then value end) as executed_to_date,
        max(case when measure = 'executed_to_date' then value_half end) as executed_to_date_half,
        max(case when measure = 'execution_rate' then value end) as execution_rate,
        max(case when measure = 'execution_rate' then value_half end) as execution_rate_half
    from {{ ref('stg_ledger_figures') }}
    group by report_id, entry_no, month
),

bases as (
    select
        *,
        annual_budget as base,
        annual_budget_half as base_half
    from rows_of_figures
    union all
    select
        *,
        initial_budget as base,
        initial_budget_half as base_half
    from rows_of_figures
    union all
    select
        *,
        initial_budget + budget_adjustment as base,
        initial_budget_half + budget_adjustment_half as base_half
    from rows_of_figures
),

compared as (
    select
        *,
        cast(executed_to_date as double) / cast(base as double) as quotient,
        {{ interval_gap(
            'execution_rate',
            'execution_rate_half',
            quotient_low('executed_to_date', 'executed_to_date_half', 'base', 'base_half'),
            quotient_high('executed_to_date', 'executed_to_date_half', 'base', 'base_half')
        ) }} as gap
    from bases
    where execution_rate is not null and executed_to_date is not null and base > 0
),

ranked as (
    select
        *,
        row_number() over (partition by report_id, entry_no, month order by gap, quotient) as position
    from compared
)

select
    ranked.report_id,
    ranked.entry_no,
    ranked.month,
    'execution_rate' as measure,
    ranked.gap < {{ threshold('ledger_rate', 'lesser_threshold') }} as is_lesser,
    cast(null as decimal(20, 6)) as actual_wan,
    {{ percent_text('ranked.quotient') }} as expected,
    cast(ranked.execution_rate as double) - ranked.quotient as difference
from ranked
inner join {{ ref('int_ledger_counting') }} as counting
    on
        ranked.report_id = counting.report_id
        and ranked.entry_no = counting.entry_no
        and ranked.month = counting.month
where ranked.position = 1 and ranked.gap > 1e-9
