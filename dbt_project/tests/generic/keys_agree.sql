{% test keys_agree(model) %}
{#- Every row belongs to an evaluation and carries the same keys. -#}
{%- set keys = ['document_id', 'subject', 'fiscal_year', 'region_code', 'organization_id', 'department_id',
                'project_id', 'is_synthetic'] %}
with facts as (
    select * from {{ model }}
)

select facts.*
from facts
left join {{ ref('fct_evaluations') }} as evaluations on facts.report_id = evaluations.report_id
where
    evaluations.report_id is null
{%- for key in keys %}
    or facts.{{ key }} is distinct from evaluations.{{ key }}
{%- endfor %}
{% endtest %}
