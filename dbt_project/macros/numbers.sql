{#- Units and rates. A figure stays DECIMAL until it becomes a rate, so conversion loses nothing. -#}

{#- Money in 万元; exact, no floating point on the way. NULL for a unit that is no money. -#}
{%- macro to_wan(number, unit) -%}
case {{ unit }}
    when 'wan' then {{ bounded_decimal(number, 20, 6) }}
    when 'yuan' then {{ bounded_decimal(number ~ " * cast('0.0001' as decimal(5, 4))", 20, 6) }}
    when 'yi' then {{ bounded_decimal(number ~ " * cast('10000' as decimal(5, 0))", 20, 6) }}
end
{%- endmacro -%}

{#- Any figure in the contract's unit: money in 万元, rates as fractions, points as they are. -#}
{%- macro to_contract_unit(number, unit) -%}
cast(
    case
        when {{ unit }} = 'percent' then cast({{ number }} * cast('0.01' as decimal(3, 2)) as decimal(28, 10))
        when {{ unit }} in ('fraction', 'points') then {{ bounded_decimal(number, 28, 10) }}
        else cast({{ to_wan(number, unit) }} as decimal(28, 10))
    end as decimal(28, 10)
)
{%- endmacro -%}

{#- Numerator over base as a fraction; NULL where either is missing or the base is 0. -#}
{%- macro safe_rate(numerator, base) -%}
case when {{ base }} <> 0 then cast({{ numerator }} as double) / cast({{ base }} as double) end
{%- endmacro -%}
