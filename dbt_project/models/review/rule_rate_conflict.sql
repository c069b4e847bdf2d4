-- All rates stated for one line fit the first of them, its own cell where it has one. Rates that differ but each fit
-- the amounts have different bases: the lesser severity.
with rates as (
    select
        *,
        {{ printed('stated') }} as printed_rate,
        row_number() over (
            partition by report_id, line_no, measure
            order by case when is_line_cell then 0 else 1 end, amount_no
        ) as position,
        row_number() over (
            partition by report_id, line_no, measure, rate
            order by case when is_line_cell then 0 else 1 end, amount_no
        ) as position_of_value
    from {{ ref('int_stated_rates') }} as stated
)

select
    rates.report_id,
    coalesce(rates.gap < 1e-9 and first_rates.gap < 1e-9, false) as is_lesser,
    rates.about,
    rates.printed_rate as actual,
    first_rates.printed_rate as expected,
    rates.rate - first_rates.rate as difference,
    {{ evidence('rates') }}
from rates
inner join rates as first_rates
    on
        rates.report_id = first_rates.report_id
        and rates.line_no = first_rates.line_no
        and rates.measure = first_rates.measure
        and first_rates.position = 1
where
    rates.position_of_value = 1
    and {{ beyond_rounding('rates.rate - first_rates.rate', 'rates.value_half + first_rates.value_half') }} > 0
