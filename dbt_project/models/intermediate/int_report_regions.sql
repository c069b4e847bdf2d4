-- The division of each report, of each unit of a ledger and of each line of the roster: its unit's, else its
-- department's, its title's, a printed region's; else the one division that all others of the document, or of the
-- roster, share; else `unknown`.
with names as (
    select * from {{ ref('int_name_regions') }}
),

reports as (
    select
        report_id,
        document_id
    from {{ ref('stg_reports') }}
    union all
    select
        entry_id as report_id,
        'roster' as document_id
    from {{ ref('stg_roster') }}
    union all
    select
        unit_id as report_id,
        document_id
    from {{ ref('int_ledger_units') }}
),

ranked as (
    select
        report_id,
        document_id,
        region_code,
        row_number() over (partition by report_id order by role_rank) as position
    from names
    where region_code is not null
),

own as (
    select * from ranked
    where position = 1
),

shared as (
    select
        document_id,
        min(region_code) as region_code
    from own
    group by document_id
    having count(distinct region_code) = 1
)

select
    reports.report_id,
    coalesce(own.region_code, shared.region_code, 'unknown') as region_code
from reports
left join own on reports.report_id = own.report_id
left join shared on reports.document_id = shared.document_id
