-- The one line per report that stands for its money.
select
    report_id,
    line_no,
    budget_wan,
    budget_basis,
    funds_received_wan,
    executed_wan,
    execution_rate,
    execution_rate_basis,
    {{ evidence('lines') }}
from {{ ref('int_funding_lines') }} as lines
where is_headline
