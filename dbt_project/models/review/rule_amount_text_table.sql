-- An amount in prose equals the table's for the same measure and year. Where the words do not name both beyond doubt it
-- may be another amount of the table, and else is the lesser fault.
with amounts as (
    select
        amounts.*,
        lines.origin as line_origin
    from {{ ref('stg_amounts') }} as amounts
    inner join {{ ref('stg_reports') }} as reports on amounts.report_id = reports.report_id
    left join {{ ref('stg_funding_lines') }} as lines
        on amounts.report_id = lines.report_id and amounts.line_no = lines.line_no
    where
        amounts.unit in ('wan', 'yuan', 'yi')
        and amounts.value is not null
        and coalesce(amounts.year = reports.fiscal_year, true)
),

cells as (
    select *
    from amounts
    where is_line_cell and origin = 'table'
),

prose as (
    select *
    from amounts
    where
        origin = 'narrative'
        and not is_line_cell
        and not is_approximate
        and line_origin = 'table'
        and measure in ('initial_budget', 'budget_adjustment', 'annual_budget', 'funds_received', 'executed')
),

fitting as (
    select distinct
        prose.report_id,
        prose.amount_no
    from prose
    inner join cells
        on
            prose.report_id = cells.report_id
            and (prose.measure = cells.measure or not prose.is_explicit)
    where {{ beyond_rounding('prose.value - cells.value', 'prose.value_half + cells.value_half') }} = 0
),

compared as (
    select
        prose.*,
        cells.value as expected_value,
        {{ printed('cells') }} as expected_text,
        row_number() over (
            partition by prose.report_id, prose.amount_no
            order by case when prose.measure = cells.measure then 0 else 1 end, cells.amount_no
        ) as position
    from prose
    inner join cells
        on
            prose.report_id = cells.report_id
            and prose.line_no = cells.line_no
            and (
                prose.measure = cells.measure
                or (
                    not prose.is_explicit
                    and prose.measure in ('annual_budget', 'initial_budget')
                    and cells.measure in ('annual_budget', 'initial_budget')
                )
            )
)

select
    compared.report_id,
    not compared.is_explicit as is_lesser,
    compared.about,
    {{ printed('compared') }} as actual,
    compared.expected_text as expected,
    compared.value - compared.expected_value as difference,
    {{ evidence('compared') }}
from compared
left join fitting on compared.report_id = fitting.report_id and compared.amount_no = fitting.amount_no
where
    compared.position = 1
    and fitting.amount_no is null
