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
    when {{ relation }}.unit_text in ('百分之', '¥', '￥') then {{ relation }}.unit_text || {{ relation }}.value_text
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

{#- Whether less of what an indicator measures is better: costs but not savings, and the time that something takes. -#}
{%- macro less_is_better() -%}
(
    (coalesce(dimension = 'cost', false) or coalesce(level3 like '%成本%', false))
    and coalesce(level3 not like '%节约%', true)
    or (
        measured_unit in ('年', '个月', '月', '周', '天', '日', '工作日', '个工作日', '小时', '分钟')
        and {{ regex_matches("concat_ws(' ', level2, level3)", '时效|时间|时限|工期|周期|期限|耗时|及时') }}
    )
)
{%- endmacro -%}

{#- Whether a cell says nothing: blank, a dash, 无. -#}
{%- macro says_nothing(text) -%}
coalesce({{ regex_matches(text, '^[-—–－/、.…\\s]*(无|没有|暂无)?[。.]?$') }}, true)
{%- endmacro -%}
