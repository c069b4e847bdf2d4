{% test valid_columns(model, not_null=[], finite=[], accepted={}) %}
{#- What each value must be by itself, in one scan: there, no NaN and no infinity, one of the listed (or NULL).
    `broken` names the columns of a row that are not. -#}
{%- set broken = {} %}
{%- for column in not_null %}
{%- do broken.update({column ~ ' is null': column ~ ' is null'}) %}
{%- endfor %}
{%- for column in finite %}
{%- do broken.update({column ~ ' is not finite': 'not isfinite(' ~ column ~ ')'}) %}
{%- endfor %}
{%- for column, values in accepted.items() %}
{%- do broken.update({column ~ ' is not listed': column ~ " not in ('" ~ values | join("', '") ~ "')"}) %}
{%- endfor %}
with checked as (
    select
        *,
        concat_ws(
            ', ',
{%- for what, condition in broken.items() %}
            case when {{ condition }} then '{{ what }}' end
            {{- ',' if not loop.last }}
{%- endfor %}
        ) as broken
    from {{ model }}
)

select *
from checked
where broken != ''
{% endtest %}
