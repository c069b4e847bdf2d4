-- Every division's prefecture and province exist and are of that level.
select regions.region_code
from {{ ref('dim_regions') }} as regions
left join {{ ref('dim_regions') }} as prefectures
    on regions.prefecture_code = prefectures.region_code and prefectures.level = 'prefecture'
left join {{ ref('dim_regions') }} as provinces
    on regions.province_code = provinces.region_code and provinces.level = 'province'
where
    regions.region_code <> 'unknown'
    and (
        provinces.region_code is null
        or (regions.prefecture_code is not null and prefectures.region_code is null)
        or (regions.level = 'county' and regions.region_code not like substr(provinces.region_code, 1, 2) || '%')
    )
