select
    region_code,
    region_name,
    region_full_name,
    level,
    prefecture_code,
    prefecture_name,
    province_code,
    province_name
from {{ ref('regions') }}
union all
select
    'unknown' as region_code,
    '未知地区' as region_name,
    '未知地区' as region_full_name,
    cast(null as string) as level,
    cast(null as string) as prefecture_code,
    cast(null as string) as prefecture_name,
    cast(null as string) as province_code,
    cast(null as string) as province_name
