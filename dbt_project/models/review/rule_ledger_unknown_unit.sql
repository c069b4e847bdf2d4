-- Where a roster says which units there are, a ledger of that year names no other. Once for each unit and ledger.
with rosters as (
    select
        fiscal_year,
        organization_id
    from {{ ref('int_expected_filings') }}
    union
    select
        fiscal_year,
        department_id as organization_id
    from {{ ref('int_expected_filings') }}
),

roster_years as (
    select distinct fiscal_year
    from rosters
),

unknown as (
    select
        executed.report_id,
        executed.organization_id,
        min(executed.entry_no) as entry_no,
        min(executed.month) as month
    from {{ ref('int_monthly_execution') }} as executed
    inner join roster_years on executed.fiscal_year = roster_years.fiscal_year
    left join rosters
        on executed.fiscal_year = rosters.fiscal_year and executed.organization_id = rosters.organization_id
    where rosters.organization_id is null
    group by executed.report_id, executed.organization_id
)

select
    report_id,
    entry_no,
    month,
    'unit' as measure,
    false as is_lesser,
    cast(null as decimal(20, 6)) as actual_wan,
    cast(null as string) as expected,
    cast(null as double) as difference
from unknown
