-- The keys that every fact of a report carries. Only the current version of a report has facts.
select
    {{ report_keys('identities') }}
from {{ ref('int_report_identities') }} as identities
inner join {{ ref('int_report_versions') }} as versions on identities.report_id = versions.report_id
where versions.known_to is null
