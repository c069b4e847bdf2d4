-- The canonical name is the fullest that was printed: one that names its division, then the longest. Reports that have
-- ended name nobody any more.
with naming as (
    select report_id
    from {{ ref('int_report_versions') }}
    where current_report_id is not null
    union
    select unit_id as report_id from {{ ref('int_ledger_units') }}
),

organizations as (
    select
        organizations.organization_id,
        organizations.report_id,
        organizations.role,
        organizations.region_code,
        organizations.printed_name as name,
        organizations.names_division
    from {{ ref('int_report_organizations') }} as organizations
    inner join naming on organizations.report_id = naming.report_id
),

ranked as (
    select
        *,
        row_number() over (
            partition by organization_id
            order by case when names_division then 0 else 1 end, -length(name), name
        ) as position
    from organizations
),

-- A report may print its unit's name in several ways.
seen as (
    select
        organization_id,
        name
    from organizations
    union
    select
        organizations.organization_id,
        fields.value_text as name
    from organizations
    inner join {{ ref('stg_report_fields') }} as fields
        on organizations.report_id = fields.report_id and fields.field = 'organization_name'
    where organizations.role = 'organization'
),

names_seen as (
    select
        organization_id,
        {{ join_distinct('name') }} as names_seen
    from seen
    group by organization_id
),

named as (
    select
        ranked.organization_id,
        min(ranked.region_code) as region_code,
        max(case when ranked.position = 1 then ranked.name end) as organization_name,
        max(names_seen.names_seen) as names_seen
    from ranked
    inner join names_seen on ranked.organization_id = names_seen.organization_id
    group by ranked.organization_id
),

keys as (
    select
        organization_id,
        region_code
    from {{ ref('int_report_keys') }}
    union
    select
        organization_id,
        region_code
    from {{ ref('int_ledger_entries') }}
),

unnamed as (
    select
        keys.organization_id,
        keys.region_code
    from keys
    left join named on keys.organization_id = named.organization_id
    where named.organization_id is null
)

select
    organization_id,
    organization_name,
    region_code,
    names_seen
from named
union all
select
    organization_id,
    '未知单位' as organization_name,
    region_code,
    cast(null as string) as names_seen
from unnamed
