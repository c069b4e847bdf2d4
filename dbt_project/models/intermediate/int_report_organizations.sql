-- The implementing unit and the supervising department of each report, of each unit of a ledger and of each line of the
-- roster, as keys: division and name without leading division names and 人民政府.
with names as (
    select * from {{ ref('int_name_regions') }}
    where role in ('organization', 'department')
),

report_regions as (
    select * from {{ ref('int_report_regions') }}
),

local_names as (
    select
        names.report_id,
        names.role,
        names.printed_name,
        names.full_name,
        names.division_name,
        coalesce(names.region_code, report_regions.region_code) as region_code,
        substr(names.full_name, 1, length(names.full_name) - length(names.bare_name)) as lead_in,
        substr(names.bare_name, coalesce(length(names.division_name), 0) + 1) as local_name
    from names
    inner join report_regions on names.report_id = report_regions.report_id
)

select
    report_id,
    role,
    printed_name,
    region_code,
    division_name is not null as names_division,
    region_code || ':' || coalesce(
        nullif(lead_in || {{ regex_remove('local_name', '^人民政府') }}, ''),
        nullif(local_name, ''),
        full_name
    ) as organization_id
from local_names
