-- The longest division name that each printed name starts with, and all divisions that bear it.
with division_names as (
    select * from {{ ref('int_division_names') }}
),

names as (
    select distinct bare_name
    from {{ ref('int_printed_names') }}
),

lengths as (
    select distinct length(division_name) as name_length
    from division_names
),

prefixes as (
    select
        names.bare_name,
        substr(names.bare_name, 1, lengths.name_length) as prefix
    from names
    inner join lengths on length(names.bare_name) >= lengths.name_length
),

matched as (
    select
        prefixes.bare_name,
        division_names.division_name,
        division_names.region_code,
        division_names.prefecture_code,
        division_names.province_code,
        max(length(division_names.division_name)) over (partition by prefixes.bare_name) as longest
    from prefixes
    inner join division_names on prefixes.prefix = division_names.division_name
)

select
    bare_name,
    division_name,
    region_code,
    prefecture_code,
    province_code,
    count(*) over (partition by bare_name) as candidate_count
from matched
where length(division_name) = longest
