-- What a division has with its subordinates is never less than its own.
select
    own.region_code,
    own.fiscal_year
from {{ ref('agg_execution_by_region_year') }} as own
left join {{ ref('agg_execution_by_region_year') }} as whole
    on
        own.region_code = whole.region_code
        and own.fiscal_year = whole.fiscal_year
        and whole.scope = 'with_subordinates'
where
    own.scope = 'own'
    and (
        whole.report_count is null
        or whole.report_count < own.report_count
        or coalesce(whole.budget_wan, 0) < coalesce(own.budget_wan, 0)
    )
