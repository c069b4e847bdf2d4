{#- Names as keys. Only spelling is folded here (white space, quotes, brackets); words never are. -#}

{%- macro normalise_name(text) -%}
translate({{ regex_remove(text, '\\s') }}, '（）〔〕“”‘’"《》「」', '()()')
{%- endmacro -%}

{#- A name behind what may stand before its division: party, mass organisation, agency, or a title's year. -#}
{%- macro without_lead_in(name) -%}
{{ regex_remove(
    name,
    '^(中共|中国共产党|共青团|中国共产主义青年团|中国人民政治协商会议|政协|国家税务总局|国家统计局|\\(?(19|20)[0-9]{2}年?度?\\)?年?度?|关于)+'
) }}
{%- endmacro -%}

{#- A project's name without its year and without trailing 项目, 经费, 专项; the whole name where nothing else is left. -#}
{%- macro project_stem(name) -%}
coalesce(
    nullif(
        {{ regex_remove(
            regex_remove(
                normalise_name(name),
                '\\((19|20)[0-9]{2}年?度?\\)|((19|20)[0-9]{2}年?[-—~至])?(19|20)[0-9]{2}年度?|^(19|20)[0-9]{2}'
            ),
            '(项目|经费|专项)+$'
        ) }},
        ''
    ),
    {{ normalise_name(name) }}
)
{%- endmacro -%}

{#- Whether the unit of this id has a name: what reports without one have in common is no unit. -#}
{%- macro is_named_unit(organization_id) -%}
{{ organization_id }} not like '%:unknown'
{%- endmacro -%}

{#- The name of an indicator without what varies: codes and suffix letters, 的, remarks in brackets, 指标. -#}
{%- macro indicator_match_name(name) -%}
{{ regex_remove(
    regex_remove(normalise_name(name), '\\([^()]*\\)|的|^[A-Za-z]+[0-9]*[.、]?|^[0-9]+[.、]?|[A-Za-z0-9]+$'),
    '(指标|情况)+$'
) }}
{%- endmacro -%}

{#- The dimension that the name of a level 1 or level 2 tells, NULL where it tells none. -#}
{%- macro dimension_told_by(level) -%}
case
    when {{ level }} like '%满意%' then 'satisfaction'
    when {{ level }} like '%成本%' then 'cost'
    when {{ regex_matches(level, '产出|数量|质量|时效') }} then 'output'
    when {{ regex_matches(level, '效益|效果|效应|可持续|影响') }} then 'benefit'
    when {{ regex_matches(level, '决策|投入|立项|绩效目标|资金落实') }} then 'decision'
    when {{ regex_matches(level, '过程|管理|组织实施|预算执行') }} then 'process'
end
{%- endmacro -%}
