select
    indicator_key,
    indicator_name,
    indicator_name_en,
    dimension,
    level2
from {{ ref('standard_indicators') }}
