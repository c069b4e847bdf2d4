-- A printed weight or score of level 1 or level 2 equals the sum of its rows. One merged cell may cover the groups
-- below its own too, and each group is covered once: the printed weights of level 1, with the rows that none covers,
-- sum to the total. Where those that are told explain that they do not, that is not told again. Weights that are shares
-- of the level above and not of the whole are left alone.
{%- set levels = [1, 2] %}
with absolute as (
    select *
    from {{ ref('int_report_scores') }}
    where total_weight <= full_mark * 1.5
),

rows_in_order as (
    select
        indicators.*,
        lag(indicators.level1) over (
            partition by indicators.report_id
            order by indicators.indicator_no
        ) as level1_before,
        lag(indicators.level2) over (
            partition by indicators.report_id
            order by indicators.indicator_no
        ) as level2_before
    from {{ ref('int_indicators') }} as indicators
    inner join absolute on indicators.report_id = absolute.report_id
),

printed as (
    select
        amounts.report_id,
        amounts.amount_no,
        amounts.section_level as level,
        case amounts.measure when 'section_weight' then 'weight' else 'score' end as points,
        amounts.section,
        amounts.value,
        amounts.value_half,
        min(rows_in_order.indicator_no) as indicator_no
    from {{ ref('stg_amounts') }} as amounts
    inner join rows_in_order
        on
            amounts.report_id = rows_in_order.report_id
            and (
                amounts.block_no < rows_in_order.block_no
                or (amounts.block_no = rows_in_order.block_no and amounts.row_no <= rows_in_order.row_no)
            )
    where
        amounts.origin = 'table'
        and amounts.section_level is not null
        and amounts.measure in ('section_weight', 'section_score')
        and not rows_in_order.is_execution_row
    group by
        amounts.report_id, amounts.amount_no, amounts.section_level, amounts.measure, amounts.section, amounts.value,
        amounts.value_half
),

anchors as (
    select distinct
        report_id,
        level,
        indicator_no
    from printed
),

-- A group is the rows below one printed name or weight of its level.
starts as (
    {%- for level in levels %}
    select
        rows_in_order.report_id,
        rows_in_order.indicator_no,
        {{ level }} as level,
        rows_in_order.weight,
        rows_in_order.weight_half,
        rows_in_order.score,
        rows_in_order.score_half,
        case when anchors.report_id is null then 0 else 1 end as is_anchored,
        case
            when anchors.report_id is not null then 1
            when coalesce(rows_in_order.level1, '') <> coalesce(rows_in_order.level1_before, '') then 1
            {%- if level == 2 %}
            when coalesce(rows_in_order.level2, '') <> coalesce(rows_in_order.level2_before, '') then 1
            {%- endif %}
            else 0
        end as is_start
    from rows_in_order
    left join anchors
        on
            rows_in_order.report_id = anchors.report_id
            and rows_in_order.indicator_no = anchors.indicator_no
            and anchors.level = {{ level }}
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

numbered as (
    select
        *,
        sum(is_start) over (
            partition by report_id, level
            order by indicator_no
            rows between unbounded preceding and current row
        ) as group_no
    from starts
),

level1_groups as (
    select
        report_id,
        indicator_no,
        group_no
    from numbered
    where level = 1
),

groups_of_points as (
    {%- for points in ['weight', 'score'] %}
    select
        numbered.report_id,
        numbered.level,
        '{{ points }}' as points,
        numbered.group_no,
        min(level1_groups.group_no) as level1_group_no,
        min(numbered.indicator_no) as first_no,
        sum(numbered.{{ points }}) as total,
        sum(case when numbered.{{ points }} is not null then numbered.{{ points }}_half end) as total_half,
        count(*) - count(numbered.{{ points }}) as blank_count
    from numbered
    inner join level1_groups
        on numbered.report_id = level1_groups.report_id and numbered.indicator_no = level1_groups.indicator_no
    group by numbered.report_id, numbered.level, numbered.group_no
    {{ 'union all' if not loop.last }}
    {%- endfor %}
),

own as (
    select
        printed.*,
        own_groups.group_no,
        own_groups.level1_group_no,
        own_groups.total as own_total,
        own_groups.total_half as own_half,
        own_groups.blank_count as own_blank_count
    from printed
    inner join groups_of_points as own_groups
        on
            printed.report_id = own_groups.report_id
            and printed.level = own_groups.level
            and printed.points = own_groups.points
            and printed.indicator_no = own_groups.first_no
),

-- Its own group, or that and those below it: level 2 only within its level 1.
reaches as (
    select
        own.report_id,
        own.amount_no,
        own.value,
        own.value_half,
        covered.group_no as last_group_no,
        sum(covered.total) over (
            partition by own.report_id, own.amount_no
            order by covered.group_no
            rows between unbounded preceding and current row
        ) as total,
        sum(covered.total_half) over (
            partition by own.report_id, own.amount_no
            order by covered.group_no
            rows between unbounded preceding and current row
        ) as total_half
    from own
    inner join groups_of_points as covered
        on
            own.report_id = covered.report_id
            and own.level = covered.level
            and own.points = covered.points
            and own.group_no <= covered.group_no
            and (own.level = 1 or own.level1_group_no = covered.level1_group_no)
),

fitting as (
    select
        report_id,
        amount_no,
        min(last_group_no) as last_group_no
    from reaches
    where {{ beyond_rounding('value - total', 'value_half + total_half') }} = 0
    group by report_id, amount_no
),

-- Which of the printed weights of level 1 covers a group, the one above where several would.
covers as (
    select
        own.report_id,
        own.group_no,
        max(own.value) as value,
        max(own.value_half) as value_half,
        max(coalesce(fitting.last_group_no, own.group_no)) as last_group_no
    from own
    left join fitting on own.report_id = fitting.report_id and own.amount_no = fitting.amount_no
    where own.level = 1 and own.points = 'weight'
    group by own.report_id, own.group_no
),

uncovered as (
    select
        weights.report_id,
        sum(weights.total) as total,
        sum(weights.total_half) as total_half
    from groups_of_points as weights
    left join covers
        on
            weights.report_id = covers.report_id
            and weights.group_no >= covers.group_no
            and weights.group_no <= covers.last_group_no
    where weights.level = 1 and weights.points = 'weight' and covers.report_id is null
    group by weights.report_id
),

level1_sums as (
    select
        covers.report_id,
        sum(covers.value) + coalesce(max(uncovered.total), 0) as total,
        sum(covers.value_half) + coalesce(max(uncovered.total_half), 0) as total_half
    from covers
    left join uncovered on covers.report_id = uncovered.report_id
    group by covers.report_id
),

misfits as (
    select own.*
    from own
    left join fitting on own.report_id = fitting.report_id and own.amount_no = fitting.amount_no
    where fitting.amount_no is null and own.own_blank_count = 0
),

-- By how much the printed weights of level 1 that are told are off.
told as (
    select
        report_id,
        sum(value - own_total) as difference
    from misfits
    where level = 1 and points = 'weight'
    group by report_id
),

weighted as (
    select distinct report_id
    from rows_in_order
    where weight is not null and not is_execution_row
),

found as (
    select
        misfits.report_id,
        misfits.section as about,
        {{ plain_number('misfits.value') }} as actual,
        {{ plain_number('misfits.own_total') }} as expected,
        misfits.value - misfits.own_total as difference,
        {{ evidence('amounts') }}
    from misfits
    inner join {{ ref('stg_amounts') }} as amounts
        on misfits.report_id = amounts.report_id and misfits.amount_no = amounts.amount_no
    union all
    select
        sums.report_id,
        '总分' as about,
        {{ plain_number('scores.full_mark') }} as actual,
        {{ plain_number('sums.total') }} as expected,
        scores.full_mark - sums.total as difference,
        {{ evidence('places') }}
    from level1_sums as sums
    inner join absolute as scores on sums.report_id = scores.report_id
    inner join {{ ref('int_total_places') }} as places
        on sums.report_id = places.report_id and places.total = 'weight'
    inner join weighted on sums.report_id = weighted.report_id
    left join told on sums.report_id = told.report_id
    where
        {{ beyond_rounding('scores.full_mark - sums.total', 'sums.total_half') }} > 0
        and {{ beyond_rounding('scores.total_weight - sums.total', 'scores.total_weight_half + sums.total_half') }} > 0
        and {{ beyond_rounding(
            'sums.total - scores.full_mark - coalesce(told.difference, 0)', 'sums.total_half'
        ) }} > 0
)

select
    report_id,
    false as is_lesser,
    about,
    actual,
    expected,
    difference,
    {{ evidence('found') }}
from found
