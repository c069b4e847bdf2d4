{% test names_rule_models(model, column_name) %}
{#- Every rule that the review unites has its row of metadata, and every row its rule. -#}
with rule_models as (
{%- set nodes = graph.get('nodes', {}) %}
{%- set named = [] %}
{%- for union in ['findings', 'ledger_findings'] %}
{%- do named.extend(nodes.get('model.jixiao.' ~ union, {}).get('depends_on', {}).get('nodes', [])) %}
{%- endfor %}
{%- for node in named if '.rule_' in node %}
    select '{{ node.split('.rule_')[1] }}' as rule_id
    {{ 'union all' if not loop.last }}
{%- else %}
    select cast(null as string) as rule_id
{%- endfor %}
)

select coalesce(rule_models.rule_id, rules.{{ column_name }}) as rule_id
from rule_models
full outer join {{ model }} as rules on rule_models.rule_id = rules.{{ column_name }}
where rule_models.rule_id is null or rules.{{ column_name }} is null
{% endtest %}
