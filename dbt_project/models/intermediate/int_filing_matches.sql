-- Which report was filed on what is expected: the same unit and year, and the same project or the unit as a whole.
-- Where only the unit is named, any report of it.
select
    expected.filing_id,
    filings.report_id,
    filings.first_filed_at,
    filings.last_filed_at,
    filings.version_count
from {{ ref('int_expected_filings') }} as expected
inner join {{ ref('int_filings') }} as filings
    on
        expected.organization_id = filings.organization_id
        and expected.fiscal_year = filings.fiscal_year
        and (
            expected.subject = 'unit'
            or (expected.subject = filings.subject and expected.project_id is not distinct from filings.project_id)
        )
where filings.is_identified
