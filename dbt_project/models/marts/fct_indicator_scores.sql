with first_rows as (
    select
        report_id,
        min(indicator_no) as indicator_no
    from {{ ref('int_indicators') }}
    where weight > 0 and score is not null
    group by report_id, coalesce(indicator_key, concat(dimension, '/', level3))
)

select
    {{ report_keys('keys') }},
    indicators.indicator_no,
    indicators.level1,
    indicators.level2,
    indicators.level3,
    indicators.level1_weight,
    indicators.level2_weight,
    indicators.dimension,
    indicators.indicator_key,
    indicators.weight,
    indicators.score,
    indicators.score_rate,
    indicators.deduction,
    indicators.deduction_reason,
    indicators.target_operator,
    indicators.target_value_text,
    indicators.target_unit,
    indicators.actual_value_text,
    indicators.explanation,
    indicators.criteria,
    {{ evidence('indicators') }},
    indicators.weight_col_no,
    indicators.score_col_no,
    first_rows.indicator_no is not null as counts_report,
    indicators.correction_id
from {{ ref('int_indicators') }} as indicators
inner join {{ ref('int_report_keys') }} as keys on indicators.report_id = keys.report_id
left join first_rows
    on indicators.report_id = first_rows.report_id and indicators.indicator_no = first_rows.indicator_no
order by keys.region_code, keys.fiscal_year, keys.report_id, indicators.indicator_no
