-- No deadline of another year stands as this year's target, in the goal or in an indicator. A target of several years
-- that has one of this year is sound.
with reports as (
    select * from {{ ref('stg_reports') }}
    where fiscal_year is not null
),

goals as (
    select
        fields.*,
        reports.fiscal_year,
        max(case when fields.value_text = cast(reports.fiscal_year as string) then 1 else 0 end) over (
            partition by fields.report_id
        ) as has_own_year,
        row_number() over (
            partition by fields.report_id, fields.value_text
            order by fields.block_no, fields.row_no, fields.col_no
        ) as position
    from {{ ref('stg_report_fields') }} as fields
    inner join reports on fields.report_id = reports.report_id
    where fields.field = 'goal_deadline'
),

found as (
    select
        report_id,
        '年度目标' as about,
        value_text as actual,
        fiscal_year,
        {{ evidence('goals') }}
    from goals
    where has_own_year = 0 and position = 1
    union all
    select
        indicators.report_id,
        coalesce(indicators.level3, indicators.level2, indicators.level1) as about,
        indicators.target_years as actual,
        reports.fiscal_year,
        indicators.block_no,
        indicators.row_no,
        coalesce(indicators.target_col_no, indicators.col_no) as col_no,
        indicators.page_no,
        indicators.quote
    from {{ ref('int_indicators') }} as indicators
    inner join reports on indicators.report_id = reports.report_id
    where indicators.target_years not like '%' || cast(reports.fiscal_year as string) || '%'
)

select
    report_id,
    false as is_lesser,
    about,
    actual,
    cast(fiscal_year as string) as expected,
    cast(null as double) as difference,
    {{ evidence('found') }}
from found
