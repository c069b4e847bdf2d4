-- A payment below zero is money taken back: good to know.
select
    figures.report_id,
    figures.entry_no,
    figures.month,
    figures.measure,
    false as is_lesser,
    cast(null as decimal(20, 6)) as actual_wan,
    cast(null as string) as expected,
    cast(figures.value as double) as difference
from {{ ref('stg_ledger_figures') }} as figures
inner join {{ ref('int_ledger_counting') }} as counting
    on
        figures.report_id = counting.report_id
        and figures.entry_no = counting.entry_no
        and figures.month = counting.month
where
    counting.kind = 'item'
    and figures.measure in ('executed_in_month', 'executed_to_date')
    and figures.value < 0
