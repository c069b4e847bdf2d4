-- Each report that counts now, as something filed: when its first and its last version came. What the bureau wrote
-- itself is no filing of a unit.
with current_reports as (
    select * from {{ ref('int_report_versions') }}
    where known_to is null
),

filed as (
    select
        current_reports.report_id,
        min(history.known_from) as first_filed_at,
        max(history.known_from) as last_filed_at,
        count(distinct history.version_no) as version_count
    from current_reports
    inner join {{ ref('int_report_history') }} as history on current_reports.chain_id = history.chain_id
    group by current_reports.report_id
)

select
    filed.report_id,
    identities.subject,
    identities.fiscal_year,
    identities.organization_id,
    identities.project_id,
    identities.is_named and identities.fiscal_year is not null as is_identified,
    filed.first_filed_at,
    filed.last_filed_at,
    cast(filed.version_count as integer) as version_count
from filed
inner join {{ ref('int_report_identities') }} as identities on filed.report_id = identities.report_id
inner join {{ ref('stg_reports') }} as reports on filed.report_id = reports.report_id
where reports.evaluation_kind <> 'fiscal'
