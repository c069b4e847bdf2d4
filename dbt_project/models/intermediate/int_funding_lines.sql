-- Each funding line with its own figures, the budget that they give and the rates that follow.
with lines as (
    select * from {{ ref('stg_funding_lines') }}
),

amounts as (
    select
        stg_amounts.*,
        reports.fiscal_year
    from {{ ref('stg_amounts') }} as stg_amounts
    inner join {{ ref('stg_reports') }} as reports on stg_amounts.report_id = reports.report_id
    where stg_amounts.line_no is not null
),

cells as (
    select
        report_id,
        line_no,
        {%- for measure in ['initial_budget', 'budget_adjustment', 'annual_budget', 'appropriated', 'funds_received',
                            'executed'] %}
        cast(max(case when measure = '{{ measure }}' then value end) as decimal(20, 6)) as {{ measure }}_wan,
        {%- endfor %}
        cast(max(case when measure = 'execution_rate' then value end) as double) as cell_rate
    from amounts
    where is_line_cell
    group by report_id, line_no
),

-- A rate in prose counts for the line that it repeats, first where it stands together with the line's amounts.
money_places as (
    select distinct
        report_id,
        line_no,
        block_no
    from amounts
    where unit in ('wan', 'yuan', 'yi')
),

prose_rates as (
    select
        amounts.report_id,
        amounts.line_no,
        cast(amounts.value as double) as prose_rate,
        row_number() over (
            partition by amounts.report_id, amounts.line_no
            order by case when money_places.block_no is null then 1 else 0 end, amounts.amount_no
        ) as position
    from amounts
    left join money_places
        on
            amounts.report_id = money_places.report_id
            and amounts.line_no = money_places.line_no
            and amounts.block_no = money_places.block_no
    where
        amounts.measure = 'execution_rate'
        and not amounts.is_line_cell
        and coalesce(amounts.year = amounts.fiscal_year, true)
),

based as (
    select
        lines.*,
        cells.initial_budget_wan,
        cells.budget_adjustment_wan,
        cells.annual_budget_wan,
        cells.appropriated_wan,
        cells.funds_received_wan,
        cells.executed_wan,
        coalesce(
            cells.annual_budget_wan,
            cast(cells.initial_budget_wan + cells.budget_adjustment_wan as decimal(20, 6)),
            cells.initial_budget_wan,
            cells.appropriated_wan
        ) as budget_wan,
        case
            when cells.annual_budget_wan is not null then 'annual'
            when cells.initial_budget_wan is not null and cells.budget_adjustment_wan is not null then 'adjusted'
            when cells.initial_budget_wan is not null then 'initial'
            when cells.appropriated_wan is not null then 'appropriated'
        end as budget_basis,
        coalesce(cells.cell_rate, prose_rates.prose_rate) as reported_execution_rate
    from lines
    left join cells on lines.report_id = cells.report_id and lines.line_no = cells.line_no
    left join prose_rates
        on
            lines.report_id = prose_rates.report_id
            and lines.line_no = prose_rates.line_no
            and prose_rates.position = 1
),

rated as (
    select
        *,
        {{ safe_rate('executed_wan', 'budget_wan') }} as computed_execution_rate,
        executed_wan is null or budget_wan is null as lacks_amount
    from based
)

select
    report_id,
    line_no,
    parent_line_no,
    line_label,
    line_kind,
    fund_level,
    fund_origin,
    expenditure_category,
    initial_budget_wan,
    budget_adjustment_wan,
    annual_budget_wan,
    funds_received_wan,
    executed_wan,
    budget_wan,
    budget_basis,
    case when lacks_amount then reported_execution_rate else computed_execution_rate end as execution_rate,
    case
        when computed_execution_rate is not null then 'computed'
        when lacks_amount and reported_execution_rate is not null then 'reported'
    end as execution_rate_basis,
    {{ safe_rate('funds_received_wan', 'budget_wan') }} as funds_received_rate,
    {{ safe_rate('executed_wan', 'funds_received_wan') }} as execution_rate_of_received,
    reported_execution_rate,
    origin,
    is_headline,
    {{ evidence('rated') }}
from rated
