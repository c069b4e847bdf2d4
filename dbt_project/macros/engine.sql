{#- What one engine spells otherwise than another. Models use nothing engine-specific but through these. -#}

{%- macro regex_remove(text, pattern) -%}
regexp_replace({{ text }}, '{{ pattern }}', '', 'g')
{%- endmacro -%}

{%- macro regex_extract(text, pattern, group=1) -%}
nullif(regexp_extract({{ text }}, '{{ pattern }}', {{ group }}), '')
{%- endmacro -%}

{%- macro regex_matches(text, pattern) -%}
regexp_matches({{ text }}, '{{ pattern }}')
{%- endmacro -%}

{#- The distinct values of a group as one text, in their own order, so that the result depends on the values alone. -#}
{%- macro join_distinct(value, separator='、') -%}
string_agg(distinct {{ value }}, '{{ separator }}' order by {{ value }})
{%- endmacro -%}

{%- macro quantile(value, share) -%}
quantile_cont({{ value }}, {{ share }})
{%- endmacro -%}

{#- NULL instead of an error where a figure has more digits than the type holds. -#}
{%- macro bounded_decimal(value, precision, scale) -%}
try_cast({{ value }} as decimal({{ precision }}, {{ scale }}))
{%- endmacro -%}

{#- The days from one date to another. -#}
{%- macro days_between(first, last) -%}
date_diff('day', {{ first }}, {{ last }})
{%- endmacro -%}

{#- The minutes from one moment to another. -#}
{%- macro minutes_between(first, last) -%}
date_diff('minute', {{ first }}, {{ last }})
{%- endmacro -%}

{#- A month as text: 2025-05. -#}
{%- macro month_text(date) -%}
strftime({{ date }}, '%Y-%m')
{%- endmacro -%}
