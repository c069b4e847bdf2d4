with expected as (
    select * from {{ ref('fct_expected_filings') }}
),

-- A unit may be written in several ways; the first line that names it counts.
named as (
    select
        organization_id,
        organization_name,
        row_number() over (partition by organization_id order by -fiscal_year, row_no) as position
    from expected
)

select
    expected.fiscal_year,
    expected.region_code,
    expected.organization_id,
    expected.department_id,
    expected.deadline,
    named.organization_name,
    cast(count(*) as integer) as expected_count,
    cast(sum(case when expected.state = 'filed' then 1 else 0 end) as integer) as filed_count,
    cast(sum(case when expected.state = 'late' then 1 else 0 end) as integer) as late_count,
    cast(sum(case when expected.state = 'missing' then 1 else 0 end) as integer) as missing_count
from expected
inner join named on expected.organization_id = named.organization_id and named.position = 1
group by
    expected.fiscal_year, expected.region_code, expected.organization_id, expected.department_id, expected.deadline,
    named.organization_name
