-- A printed total is the sum of the rows that it stands for, month by month and column by column. The sums are running
-- ones, so that a ledger of many totals costs no more than its rows.
with totals as (
    select
        entries.report_id,
        entries.entry_no,
        entries.adds_from,
        entries.adds_to,
        figures.month,
        figures.measure,
        figures.value,
        figures.value_half
    from {{ ref('int_ledger_entries') }} as entries
    inner join {{ ref('int_ledger_counting') }} as counting
        on entries.report_id = counting.report_id and entries.entry_no = counting.entry_no
    inner join {{ ref('stg_ledger_figures') }} as figures
        on
            counting.report_id = figures.report_id
            and counting.entry_no = figures.entry_no
            and counting.month = figures.month
    where
        entries.kind = 'total'
        and entries.adds_from is not null
        and figures.value is not null
        and figures.measure <> 'execution_rate'
),

columns_of_totals as (
    select distinct
        report_id,
        month,
        measure
    from totals
),

grid as (
    select
        columns_of_totals.report_id,
        columns_of_totals.month,
        columns_of_totals.measure,
        entries.entry_no,
        case when entries.kind = 'item' then figures.value end as value,
        case when entries.kind = 'item' then figures.value_half end as value_half
    from columns_of_totals
    inner join {{ ref('int_ledger_entries') }} as entries on columns_of_totals.report_id = entries.report_id
    left join {{ ref('stg_ledger_figures') }} as figures
        on
            columns_of_totals.report_id = figures.report_id
            and columns_of_totals.month = figures.month
            and columns_of_totals.measure = figures.measure
            and entries.entry_no = figures.entry_no
),

running as (
    select
        report_id,
        month,
        measure,
        entry_no,
        sum(coalesce(value, 0)) over (partition by report_id, month, measure order by entry_no) as value,
        sum(coalesce(value_half, 0)) over (partition by report_id, month, measure order by entry_no) as value_half
    from grid
),

summed as (
    select
        totals.*,
        last_rows.value - coalesce(rows_before.value, 0) as added,
        last_rows.value_half - coalesce(rows_before.value_half, 0) as added_half
    from totals
    inner join running as last_rows
        on
            totals.report_id = last_rows.report_id
            and totals.month = last_rows.month
            and totals.measure = last_rows.measure
            and totals.adds_to = last_rows.entry_no
    left join running as rows_before
        on
            totals.report_id = rows_before.report_id
            and totals.month = rows_before.month
            and totals.measure = rows_before.measure
            and totals.adds_from - 1 = rows_before.entry_no
)

select
    report_id,
    entry_no,
    month,
    measure,
    false as is_lesser,
    cast(null as decimal(20, 6)) as actual_wan,
    {{ plain_number('added') }} as expected,
    cast(value - added as double) as difference
from summed
where {{ beyond_rounding('value - added', 'value_half + added_half') }} > 0
