-- Every name by which a report may print a division: its own, other ones, and each behind the divisions above it.
with regions as (
    select * from {{ ref('regions') }}
),

other_names as (
    select
        aliases.region_code,
        aliases.alias as name,
        aliases.stands_alone
    from {{ ref('region_aliases') }} as aliases
),

-- 东区, 城区 and their like are words before they are names: read only behind a division above them.
own_names as (
    select
        region_code,
        region_name as name,
        length(region_name) > 2 or region_name not like '%区' as stands_alone
    from regions
    union all
    select
        region_code,
        name,
        stands_alone
    from other_names
),

named as (
    select
        regions.region_code,
        regions.level,
        regions.prefecture_code,
        regions.province_code,
        own_names.name,
        own_names.stands_alone
    from own_names
    inner join regions on own_names.region_code = regions.region_code
),

provinces as (
    select * from named
    where level = 'province'
),

prefectures as (
    select * from named
    where level = 'prefecture'
),

counties as (
    select * from named
    where level = 'county'
),

all_names as (
    select
        region_code,
        name
    from named
    where stands_alone
    union
    select
        prefectures.region_code,
        provinces.name || prefectures.name as name
    from prefectures
    inner join provinces on prefectures.province_code = provinces.region_code
    where prefectures.stands_alone
    union
    select
        counties.region_code,
        provinces.name || counties.name as name
    from counties
    inner join provinces on counties.province_code = provinces.region_code
    union
    select
        counties.region_code,
        prefectures.name || counties.name as name
    from counties
    inner join prefectures on counties.prefecture_code = prefectures.region_code
    union
    select
        counties.region_code,
        provinces.name || prefectures.name || counties.name as name
    from counties
    inner join prefectures on counties.prefecture_code = prefectures.region_code
    inner join provinces on counties.province_code = provinces.region_code
)

select
    all_names.name as division_name,
    all_names.region_code,
    regions.prefecture_code,
    regions.province_code
from all_names
inner join regions on all_names.region_code = regions.region_code
