-- A report is late where its first version came after the day of the deadline.
with matched as (
    select
        *,
        row_number() over (partition by filing_id order by first_filed_at, report_id) as position
    from {{ ref('int_filing_matches') }}
),

filed as (
    select
        filing_id,
        max(case when position = 1 then report_id end) as report_id,
        count(*) as report_count,
        sum(version_count) as version_count,
        min(first_filed_at) as first_filed_at,
        max(last_filed_at) as last_filed_at
    from matched
    group by filing_id
),

unlisted as (
    select
        fiscal_year,
        organization_id,
        count(*) as unlisted_count
    from {{ ref('fct_unlisted_filings') }}
    group by fiscal_year, organization_id
),

dated as (
    select
        expected.*,
        filed.report_id,
        filed.report_count,
        filed.version_count,
        filed.first_filed_at,
        filed.last_filed_at,
        unlisted.unlisted_count,
        {{ days_between('expected.deadline', 'cast(filed.first_filed_at as date)') }} as days_behind
    from {{ ref('int_expected_filings') }} as expected
    left join filed on expected.filing_id = filed.filing_id
    left join unlisted
        on expected.organization_id = unlisted.organization_id and expected.fiscal_year = unlisted.fiscal_year
)

select
    filing_id,
    source,
    row_no,
    fiscal_year,
    subject,
    region_code,
    organization_id,
    department_id,
    project_id,
    organization_name,
    department_name,
    project_name,
    deadline,
    case
        when report_id is null then 'missing'
        when days_behind > 0 then 'late'
        else 'filed'
    end as state,
    cast(case when days_behind > 0 then days_behind end as integer) as days_late,
    report_id,
    cast(coalesce(report_count, 0) as integer) as report_count,
    cast(coalesce(version_count, 0) as integer) as version_count,
    first_filed_at,
    last_filed_at,
    cast(coalesce(unlisted_count, 0) as integer) as unlisted_count,
    is_synthetic
from dated
