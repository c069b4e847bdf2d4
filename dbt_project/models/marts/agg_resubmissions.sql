-- Reports that were filed more than once: when, and what their first and their newest version say.
with versions as (
    select * from {{ ref('fct_evaluation_versions') }}
),

chains as (
    select
        current_report_id,
        count(*) as version_count,
        min(known_from) as first_filed_at,
        max(known_from) as last_filed_at,
        min(version_no) as first_version_no
    from versions
    group by current_report_id
    having count(*) > 1
)

select
    {{ report_keys('current_versions') }},
    cast(chains.version_count as integer) as version_count,
    chains.first_filed_at,
    chains.last_filed_at,
    first_versions.reported_total_score as first_total_score,
    current_versions.reported_total_score as total_score,
    first_versions.executed_wan as first_executed_wan,
    current_versions.executed_wan,
    first_versions.reported_grade as first_grade,
    current_versions.reported_grade
from chains
inner join versions as current_versions
    on chains.current_report_id = current_versions.report_id and current_versions.known_to is null
inner join versions as first_versions
    on
        chains.current_report_id = first_versions.current_report_id
        and chains.first_version_no = first_versions.version_no
