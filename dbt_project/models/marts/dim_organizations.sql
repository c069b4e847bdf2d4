-- The canonical name is the fullest that was printed: one that names its division, then the longest.
with printed as (
    select
        organization_id,
        region_code,
        {{ normalise_name('printed_name') }} as name,
        names_division
    from {{ ref('int_report_organizations') }}
),

ranked as (
    select
        *,
        row_number() over (
            partition by organization_id
            order by case when names_division then 0 else 1 end, -length(name), name
        ) as position
    from printed
),

named as (
    select
        organization_id,
        min(region_code) as region_code,
        max(case when position = 1 then name end) as organization_name,
        {{ join_distinct('name') }} as names_seen
    from ranked
    group by organization_id
),

unnamed as (
    select distinct
        keys.organization_id,
        keys.region_code
    from {{ ref('int_report_keys') }} as keys
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
