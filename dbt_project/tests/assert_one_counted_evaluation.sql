-- Exactly one evaluation of a subject and year counts in totals.
select
    subject,
    coalesce(project_id, organization_id) as subject_id,
    fiscal_year,
    sum(case when counts_in_totals then 1 else 0 end) as counted
from {{ ref('fct_evaluations') }}
group by subject, coalesce(project_id, organization_id), fiscal_year
having sum(case when counts_in_totals then 1 else 0 end) <> 1
