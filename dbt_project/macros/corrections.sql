{#- What corrections share. -#}

{#- Among the corrections of one row: `column` of the one that touches this field. -#}
{%- macro corrected_field(field, column='value_text') -%}
max(case when figure_field = '{{ field }}' then {{ column }} end)
{%- endmacro -%}

{#- Texts are compared without white space, and nothing equals nothing. -#}
{%- macro bare_text(text) -%}
coalesce({{ regex_remove(text, '\\s') }}, '')
{%- endmacro -%}

{#- money, rate or points. -#}
{%- macro unit_family(unit) -%}
case when {{ unit }} in ('wan', 'yuan', 'yi') then 'money' when {{ unit }} = 'points' then 'points' else 'rate' end
{%- endmacro -%}
