-- Total and section scores (and weights) in prose equal the table's. A section is that of the printed level 1; where
-- rows stand under another level 1 than they belong to, or 满意度 and 成本 may be counted in or not, any of these sums is
-- sound.
{%- set dimensions = {
    '决策': 'decision', '投入': 'decision', '过程': 'process', '管理': 'process', '产出': 'output', '效益': 'benefit',
    '效果': 'benefit', '满意度': 'satisfaction', '成本': 'cost', '预算执行': 'execution', '预算执行率': 'execution',
    '执行率': 'execution',
} %}
{%- set halves = 'prose.value_half + sums.half' %}
with prose as (
    select
        amounts.*,
        case amounts.section
            {%- for section, dimension in dimensions.items() %}
            when '{{ section }}' then '{{ dimension }}'
            {%- endfor %}
        end as dimension
    from {{ ref('stg_amounts') }} as amounts
    inner join {{ ref('stg_reports') }} as reports on amounts.report_id = reports.report_id
    where
        amounts.origin = 'narrative'
        and amounts.measure in ('total_score', 'section_score', 'section_weight')
        and coalesce(amounts.year = reports.fiscal_year, true)
),

totals as (
    select
        prose.*,
        scores.reported_total_score as expected_value,
        scores.reported_total_score_half as expected_half
    from prose
    inner join {{ ref('int_report_scores') }} as scores on prose.report_id = scores.report_id
    where prose.measure = 'total_score'
),

members as (
    select
        prose.report_id,
        prose.amount_no,
        case prose.measure when 'section_weight' then indicators.weight else indicators.score end as points,
        case
            when prose.measure = 'section_weight' then coalesce(indicators.weight_half, 0)
            else coalesce(indicators.score_half, 0)
        end as points_half,
        case
            when prose.dimension = 'execution' then coalesce(indicators.indicator_key = 'execution_rate', false)
            when prose.dimension = 'benefit' then {{ regex_matches("coalesce(indicators.level1, '')", '效益|效果') }}
            else coalesce(indicators.level1 like '%' || prose.section || '%', false)
        end or (prose.dimension = 'execution' and indicators.is_execution_row) as is_by_name,
        coalesce(indicators.dimension = prose.dimension, false) as is_by_dimension,
        coalesce(
            (prose.dimension = 'benefit' and indicators.dimension = 'satisfaction')
            or (prose.dimension = 'output' and indicators.dimension = 'cost'),
            false
        ) as may_belong
    from prose
    inner join {{ ref('int_indicators') }} as indicators on prose.report_id = indicators.report_id
    where prose.section is not null
),

sums as (
    select
        report_id,
        amount_no,
        sum(case when is_by_name then points end) as by_name,
        sum(case when is_by_dimension then points end) as by_dimension,
        sum(case when is_by_name or may_belong then points end) as by_name_and_more,
        sum(case when is_by_dimension or may_belong then points end) as by_dimension_and_more,
        sum(case when is_by_name and not may_belong then points end) as by_name_and_less,
        sum(points_half) as half,
        sum(case when is_by_name and points is null then 1 else 0 end) as blank_count
    from members
    group by report_id, amount_no
),

sections as (
    select
        prose.*,
        sums.by_name as expected_value,
        sums.half as expected_half
    from prose
    inner join sums on prose.report_id = sums.report_id and prose.amount_no = sums.amount_no
    where
        sums.by_name is not null
        and sums.blank_count = 0
        and coalesce({{ beyond_rounding('prose.value - sums.by_dimension', halves) }} > 0, true)
        and coalesce({{ beyond_rounding('prose.value - sums.by_name_and_more', halves) }} > 0, true)
        and coalesce({{ beyond_rounding('prose.value - sums.by_dimension_and_more', halves) }} > 0, true)
        and coalesce({{ beyond_rounding('prose.value - sums.by_name_and_less', halves) }} > 0, true)
),

compared as (
    select * from totals
    union all
    select * from sections
)

select
    report_id,
    false as is_lesser,
    about,
    {{ printed('compared') }} as actual,
    {{ plain_number('expected_value') }} as expected,
    value - expected_value as difference,
    {{ evidence('compared') }}
from compared
where {{ beyond_rounding('value - expected_value', 'value_half + expected_half') }} > 0
