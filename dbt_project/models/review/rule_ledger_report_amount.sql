-- What a report says was spent in its year is what the ledger of December says.
with executed as (
    select
        headlines.report_id,
        headlines.line_no,
        headlines.executed_wan,
        keys.project_id,
        keys.fiscal_year,
        {{ evidence('headlines') }}
    from {{ ref('int_headlines') }} as headlines
    inner join {{ ref('int_report_keys') }} as keys on headlines.report_id = keys.report_id
    where keys.subject = 'project' and headlines.executed_wan is not null
),

cells as (
    select
        *,
        row_number() over (partition by report_id, line_no order by amount_no) as position
    from {{ ref('stg_amounts') }}
    where measure = 'executed' and is_line_cell and value is not null
)

select
    executed.report_id,
    false as is_lesser,
    coalesce(cells.about, '支出') as about,
    {{ plain_number('executed.executed_wan') }} as actual,
    {{ plain_number('ledgers.executed_to_date_wan') }} as expected,
    executed.executed_wan - ledgers.executed_to_date_wan as difference,
    coalesce(cells.block_no, executed.block_no) as block_no,
    case when cells.report_id is null then executed.row_no else cells.row_no end as row_no,
    case when cells.report_id is null then executed.col_no else cells.col_no end as col_no,
    case when cells.report_id is null then executed.page_no else cells.page_no end as page_no,
    coalesce(cells.quote, executed.quote) as quote
from executed
inner join {{ ref('int_monthly_execution') }} as ledgers
    on
        executed.project_id = ledgers.project_id
        and executed.fiscal_year = ledgers.fiscal_year
        and month(ledgers.month) = 12
left join cells
    on executed.report_id = cells.report_id and executed.line_no = cells.line_no and cells.position = 1
where
    {{ beyond_rounding(
        'executed.executed_wan - ledgers.executed_to_date_wan',
        'coalesce(cells.value_half, 0) + coalesce(ledgers.executed_to_date_half, 0)'
    ) }} > 0
