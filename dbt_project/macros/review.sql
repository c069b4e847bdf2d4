{#- What the review's rules share. A rule gives: report_id, is_lesser (the lesser of its two severities), about, actual,
    expected, difference, evidence. -#}

{#- A threshold of a rule, from its metadata. -#}
{%- macro threshold(rule_id, column='threshold') -%}
(select rules.{{ column }} from {{ ref('int_review_rules') }} as rules where rules.rule_id = '{{ rule_id }}')
{%- endmacro -%}

{#- A figure as printed, with its unit. -#}
{%- macro printed(relation) -%}
case
    when {{ relation }}.unit_text is null then {{ relation }}.value_text
    when {{ relation }}.unit_text = '百分之' then {{ relation }}.unit_text || {{ relation }}.value_text
    when right({{ relation }}.value_text, length({{ relation }}.unit_text)) = {{ relation }}.unit_text
        then {{ relation }}.value_text
    else {{ relation }}.value_text || {{ relation }}.unit_text
end
{%- endmacro -%}

{#- A number without the zeros that its type adds. -#}
{%- macro plain_number(value) -%}
{{ regex_remove('cast(cast(' ~ value ~ ' as decimal(28, 4)) as string)', '\\.?0+$') }}
{%- endmacro -%}

{%- macro percent_text(rate) -%}
cast(cast(({{ rate }}) * 100 as decimal(18, 2)) as string) || '%'
{%- endmacro -%}

{#- A message template with its places filled; a value that is missing leaves its place empty. -#}
{%- macro filled(template, finding) -%}
replace(
    replace(
        replace(
            replace({{ template }}, '{about}', coalesce({{ finding }}.about, '')),
            '{actual}', coalesce({{ finding }}.actual, '')
        ),
        '{expected}', coalesce({{ finding }}.expected, '')
    ),
    '{difference}', coalesce({{ plain_number('abs(' ~ finding ~ '.difference)') }}, '')
)
{%- endmacro -%}
