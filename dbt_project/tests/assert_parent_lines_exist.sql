-- A line's parent is another line of the same report.
select
    children.report_id,
    children.line_no
from {{ ref('fct_budget_execution') }} as children
left join {{ ref('fct_budget_execution') }} as parents
    on children.report_id = parents.report_id and children.parent_line_no = parents.line_no
where
    children.parent_line_no is not null
    and (parents.line_no is null or parents.line_no = children.line_no)
