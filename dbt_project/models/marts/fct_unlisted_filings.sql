-- Reports of the years that the roster speaks of, which nobody expected.
with expected_years as (
    select distinct fiscal_year
    from {{ ref('int_expected_filings') }}
),

roster as (
    select count(*) as expected_count
    from {{ ref('int_expected_filings') }}
),

expected_units as (
    select distinct
        fiscal_year,
        organization_id
    from {{ ref('int_expected_filings') }}
),

matched as (
    select distinct report_id
    from {{ ref('int_filing_matches') }}
)

select
    {{ report_keys('evaluations') }},
    evaluations.organization_name,
    evaluations.project_name,
    evaluations.title,
    case
        when not filings.is_identified then 'not_identified'
        when expected_units.organization_id is null then 'unit_not_listed'
        else 'report_not_listed'
    end as reason,
    filings.first_filed_at,
    filings.last_filed_at,
    filings.version_count
from {{ ref('int_filings') }} as filings
inner join {{ ref('int_evaluations') }} as evaluations on filings.report_id = evaluations.report_id
left join expected_units
    on filings.organization_id = expected_units.organization_id and filings.fiscal_year = expected_units.fiscal_year
cross join roster
left join expected_years on filings.fiscal_year = expected_years.fiscal_year
left join matched on filings.report_id = matched.report_id
where
    matched.report_id is null
    and (
        expected_years.fiscal_year is not null
        or (filings.fiscal_year is null and roster.expected_count > 0)
    )
