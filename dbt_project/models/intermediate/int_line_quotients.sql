-- Every quotient of two stated amounts of one line that may legitimately be called its execution or arrival rate,
-- with the least and the greatest value that rounding allows. Amounts of another year are left out.
with amounts as (
    select
        amounts.report_id,
        amounts.line_no,
        amounts.measure,
        amounts.value,
        amounts.value_half,
        amounts.is_line_cell
    from {{ ref('stg_amounts') }} as amounts
    inner join {{ ref('stg_reports') }} as reports on amounts.report_id = reports.report_id
    where
        amounts.line_no is not null
        and amounts.value is not null
        and coalesce(amounts.year = reports.fiscal_year, true)
),

numerators as (
    select distinct
        report_id,
        line_no,
        case measure when 'executed' then 'execution_rate' else 'funds_received_rate' end as rate_measure,
        value,
        value_half
    from amounts
    where measure in ('executed', 'funds_received')
),

stated_bases as (
    select
        report_id,
        line_no,
        measure,
        value,
        value_half
    from amounts
    where measure in ('initial_budget', 'annual_budget', 'appropriated', 'funds_received')
),

adjusted_bases as (
    select
        initial.report_id,
        initial.line_no,
        'adjusted' as measure,
        cast(initial.value + adjustment.value as decimal(28, 10)) as value,
        initial.value_half + adjustment.value_half as value_half
    from amounts as initial
    inner join amounts as adjustment
        on
            initial.report_id = adjustment.report_id
            and initial.line_no = adjustment.line_no
            and adjustment.measure = 'budget_adjustment'
            and adjustment.is_line_cell
    where initial.measure = 'initial_budget' and initial.is_line_cell
),

bases as (
    select * from stated_bases
    union
    select * from adjusted_bases
)

select
    numerators.report_id,
    numerators.line_no,
    numerators.rate_measure,
    bases.measure as base_measure,
    cast(numerators.value as double) / cast(bases.value as double) as quotient,
    {{ quotient_low('numerators.value', 'numerators.value_half', 'bases.value', 'bases.value_half') }} as quotient_low,
    {{ quotient_high('numerators.value', 'numerators.value_half', 'bases.value', 'bases.value_half') }} as quotient_high
from numerators
inner join bases on numerators.report_id = bases.report_id and numerators.line_no = bases.line_no
where
    bases.value > 0
    and not (numerators.rate_measure = 'funds_received_rate' and bases.measure = 'funds_received')
