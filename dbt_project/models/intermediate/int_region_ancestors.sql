-- Each division with itself and all above it.
with regions as (
    select * from {{ ref('regions') }}
)

select
    region_code,
    region_code as ancestor_code
from regions
union
select
    region_code,
    prefecture_code as ancestor_code
from regions
where prefecture_code is not null
union
select
    region_code,
    province_code as ancestor_code
from regions
where province_code is not null
union
select
    'unknown' as region_code,
    'unknown' as ancestor_code
