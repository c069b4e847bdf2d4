{#- A model's schema is the configured one, without the target's prefix: `marts`, not `main_marts`. -#}
{% macro generate_schema_name(custom_schema_name, node) -%}
{{ custom_schema_name or target.schema }}
{%- endmacro %}
