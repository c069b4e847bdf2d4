-- Which evaluation of a subject and year the sums use now.
select
    keys.report_id,
    row_number() over (
        partition by keys.subject, coalesce(keys.project_id, keys.organization_id), keys.fiscal_year
        order by precedence.precedence
    ) = 1 as counts_in_totals
from {{ ref('int_report_keys') }} as keys
inner join {{ ref('int_precedence') }} as precedence on keys.report_id = precedence.report_id
