with corrections as (
    select
        report_id,
        line_no,
        {{ join_distinct('correction_id') }} as correction_id
    from {{ ref('stg_amounts') }}
    where correction_id is not null and (is_line_cell or measure = 'execution_rate')
    group by report_id, line_no
)

select
    {{ report_keys('keys') }},
    lines.line_no,
    lines.parent_line_no,
    lines.line_label,
    lines.line_kind,
    lines.fund_level,
    lines.fund_origin,
    lines.expenditure_category,
    lines.initial_budget_wan,
    lines.budget_adjustment_wan,
    lines.annual_budget_wan,
    lines.funds_received_wan,
    lines.executed_wan,
    lines.budget_wan,
    lines.budget_basis,
    lines.execution_rate,
    lines.execution_rate_basis,
    lines.funds_received_rate,
    lines.execution_rate_of_received,
    lines.reported_execution_rate,
    lines.origin,
    lines.is_headline,
    counting.counts_in_totals,
    {{ evidence('lines') }},
    corrections.correction_id
from {{ ref('int_funding_lines') }} as lines
inner join {{ ref('int_report_keys') }} as keys on lines.report_id = keys.report_id
inner join {{ ref('int_counting') }} as counting on lines.report_id = counting.report_id
left join corrections on lines.report_id = corrections.report_id and lines.line_no = corrections.line_no
order by keys.region_code, keys.fiscal_year, keys.report_id, lines.line_no
