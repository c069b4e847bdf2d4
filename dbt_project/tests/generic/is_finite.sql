{% test is_finite(model, column_name) %}
{#- No NaN and no infinity. -#}
select *
from {{ model }}
where {{ column_name }} is not null and not isfinite({{ column_name }})
{% endtest %}
