-- Each indicator row with its standard name, where it has one, and the dimension that its nearest level tells. 满意度
-- is satisfaction at any level, but for a level 1 that only includes it: 效益（含满意度）.
with indicators as (
    select
        *,
        {{ indicator_match_name('level3') }} as match_name
    from {{ ref('stg_indicators') }}
),

match_names as (
    select distinct
        indicator_key,
        {{ indicator_match_name('name') }} as match_name
    from {{ ref('indicator_names') }}
),

keyed as (
    select
        indicators.*,
        standard.indicator_key,
        standard.dimension as standard_dimension
    from indicators
    left join match_names on indicators.match_name = match_names.match_name
    left join {{ ref('standard_indicators') }} as standard
        on match_names.indicator_key = standard.indicator_key and not indicators.is_execution_row
)

select
    report_id,
    indicator_no,
    level1,
    level2,
    level3,
    level1_weight,
    level2_weight,
    indicator_key,
    weight,
    score,
    weight_half,
    score_half,
    deduction,
    deduction_reason,
    stated_reason,
    target_operator,
    target_value_text,
    target_unit,
    actual_value_text,
    explanation,
    criteria,
    comparison,
    target_number,
    actual_number,
    actual_decimals,
    measured_unit,
    target_years,
    deduction_step,
    full_marks_rate,
    rate_step,
    rate_step_points,
    scoring_is_open,
    is_execution_row,
    weight_col_no,
    score_col_no,
    target_col_no,
    actual_col_no,
    case
        when is_execution_row then 'execution'
        when level3 like '%满意度%' or level2 like '%满意度%' then 'satisfaction'
        when level1 like '%满意度%' and level1 not like '%效益%' then 'satisfaction'
        else coalesce(standard_dimension, {{ dimension_told_by('level2') }}, {{ dimension_told_by('level1') }})
    end as dimension,
    {{ safe_rate('score', 'weight') }} as score_rate,
    correction_id,
    {{ evidence('keyed') }}
from keyed
