{#- Numbers are intervals: a printed 0.51 stands for [0.505, 0.515). Money and points printed as integers are exact,
    unless their spreadsheet stores another number behind them. -#}

{#- Half of the last printed digit, in the contract's unit. -#}
{%- macro half_unit(unit, decimals, is_rounded='false') -%}
case
    when {{ unit }} = 'percent' then 0.5 * power(10, -{{ decimals }} - 2)
    when {{ unit }} = 'fraction' then 0.5 * power(10, -greatest({{ decimals }}, 2))
    when {{ decimals }} = 0 and not {{ is_rounded }} then cast(0 as double)
    when {{ unit }} = 'yuan' then 0.5 * power(10, -{{ decimals }} - 4)
    when {{ unit }} = 'yi' then 0.5 * power(10, -{{ decimals }} + 4)
    else 0.5 * power(10, -{{ decimals }})
end
{%- endmacro -%}

{#- Whether a cell of a spreadsheet shows another number than it stores. -#}
{%- macro is_rounded(stored_value, shown) -%}
coalesce(abs({{ stored_value }} - cast({{ shown }} as double)) > 1e-9, false)
{%- endmacro -%}

{#- The digits printed behind the point of a plain number. -#}
{%- macro printed_decimals(text) -%}
coalesce(length({{ regex_extract(text, '[.．]([0-9]+)') }}), 0)
{%- endmacro -%}

{#- How far `difference` lies outside what rounding explains; 0 where rounding explains it all. -#}
{%- macro beyond_rounding(difference, half_widths) -%}
greatest(abs({{ difference }}) - ({{ half_widths }}) - 1e-9, cast(0 as double))
{%- endmacro -%}

{#- The least and the greatest quotient that two printed figures allow, the base being above 0; NULL where the base may
    be as near to 0 as one likes and there is no such bound. -#}
{%- macro quotient_low(numerator, numerator_half, base, base_half) -%}
case
    when cast({{ numerator }} as double) >= {{ numerator_half }}
        then (cast({{ numerator }} as double) - {{ numerator_half }}) / (cast({{ base }} as double) + {{ base_half }})
    when cast({{ base }} as double) > {{ base_half }}
        then (cast({{ numerator }} as double) - {{ numerator_half }}) / (cast({{ base }} as double) - {{ base_half }})
end
{%- endmacro -%}

{%- macro quotient_high(numerator, numerator_half, base, base_half) -%}
case
    when cast({{ numerator }} as double) + {{ numerator_half }} < 0
        then (cast({{ numerator }} as double) + {{ numerator_half }}) / (cast({{ base }} as double) + {{ base_half }})
    when cast({{ base }} as double) > {{ base_half }}
        then (cast({{ numerator }} as double) + {{ numerator_half }}) / (cast({{ base }} as double) - {{ base_half }})
end
{%- endmacro -%}

{#- How far a printed figure lies from what may stand between two bounds; 0 where it meets them. -#}
{%- macro interval_gap(value, value_half, low, high) -%}
greatest(
    coalesce({{ low }} - (cast({{ value }} as double) + {{ value_half }}), 0),
    coalesce(cast({{ value }} as double) - {{ value_half }} - {{ high }}, 0),
    cast(0 as double)
)
{%- endmacro -%}
