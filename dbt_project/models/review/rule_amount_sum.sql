-- The children of one parent, from one table or one paragraph, sum to it, column by column; prose that breaks down what
-- a table prints says again what it breaks down. One part named alone in prose is no breakdown. Sources listed twice,
-- by who gives and by where from, sum to it either way, and so may parts of several kinds: what some give and what an
-- unusual name stands for. A column that says how much of a row is 财政拨款 leaves the rest unsaid,
-- and so does 基本支出 alone.
with stated as (
    select
        lines.parent_line_no,
        lines.line_kind,
        lines.fund_level,
        lines.fund_origin,
        amounts.*,
        case when not amounts.is_line_cell then amounts.block_no end as within_block
    from {{ ref('stg_amounts') }} as amounts
    inner join {{ ref('stg_funding_lines') }} as lines
        on amounts.report_id = lines.report_id and amounts.line_no = lines.line_no
    where
        amounts.value is not null
        and amounts.measure in (
            'initial_budget', 'budget_adjustment', 'annual_budget', 'appropriated', 'funds_received', 'executed'
        )
        and (
            amounts.is_line_cell
            or (lines.origin = 'table' and amounts.origin = 'narrative' and not amounts.is_approximate)
        )
),

cells as (
    select * from stated
    where is_line_cell
),

kinds as (
    select
        report_id,
        parent_line_no,
        line_kind,
        measure,
        block_no,
        origin,
        count(*) as part_count,
        min(row_no) as row_no,
        sum(value) as total,
        sum(value_half) as total_half,
        sum(sum(value)) over (partition by report_id, parent_line_no, measure, block_no, origin) as sum_of_kinds,
        sum(sum(value_half)) over (partition by report_id, parent_line_no, measure, block_no, origin) as half_of_kinds,
        sum(case when fund_level is not null then value end) as level_sum,
        sum(case when fund_origin is not null then value end) as origin_sum
    from cells
    where parent_line_no is not null
    group by report_id, parent_line_no, line_kind, measure, block_no, origin
),

children as (
    select * from kinds
    where origin = 'table' or part_count > 1
),

-- Two of several kinds: what tasks and what the running of the unit cost, beside the sources of all of it.
pairs as (
    select
        one.report_id,
        one.parent_line_no,
        one.line_kind,
        one.measure,
        one.block_no,
        one.origin,
        one.total + other.total as total,
        one.total_half + other.total_half as total_half
    from kinds as one
    inner join kinds as other
        on
            one.report_id = other.report_id
            and one.parent_line_no = other.parent_line_no
            and one.measure = other.measure
            and one.block_no = other.block_no
            and one.origin = other.origin
            and one.line_kind <> other.line_kind
),

-- The cells, and the first of what a paragraph breaks down where the line itself stands in a table.
parents as (
    select
        stated.*,
        row_number() over (
            partition by stated.report_id, stated.line_no, stated.measure, stated.within_block
            order by stated.amount_no
        ) as place_no
    from stated
),

-- Of the kinds of parts that prose names, or all of them, what comes nearest to the whole.
compared as (
    select
        parents.*,
        case
            when
                children.origin = 'narrative'
                and abs(parents.value - children.sum_of_kinds) < abs(parents.value - children.total)
                then children.sum_of_kinds
            else children.total
        end as parts,
        row_number() over (
            partition by parents.report_id, parents.line_no, parents.measure, parents.block_no, children.origin
            order by
                least(abs(parents.value - children.total), abs(parents.value - children.sum_of_kinds)),
                children.line_kind
        ) as position
    from parents
    inner join children
        on
            parents.report_id = children.report_id
            and parents.line_no = children.parent_line_no
            and parents.measure = children.measure
            and parents.origin = children.origin
            and coalesce(parents.within_block = children.block_no, true)
    where
        (parents.is_line_cell or parents.place_no = 1)
        and {{ beyond_rounding('parents.value - children.total', 'parents.value_half + children.total_half') }} > 0
        and {{ beyond_rounding(
            'parents.value - children.sum_of_kinds', 'parents.value_half + children.half_of_kinds'
        ) }} > 0
        and (
            children.level_sum is null
            or {{ beyond_rounding(
                'parents.value - children.level_sum', 'parents.value_half + children.total_half'
            ) }} > 0
        )
        and (
            children.origin_sum is null
            or {{ beyond_rounding(
                'parents.value - children.origin_sum', 'parents.value_half + children.total_half'
            ) }} > 0
        )
        and not (
            children.origin = 'narrative'
            and {{ regex_matches("coalesce(parents.quote, '')", '[^0-9万亿 　][ 　]*[万亿]元') }}
        )
        and not coalesce(
            children.part_count = 1
            and children.origin = 'table'
            and (children.row_no = parents.row_no or children.line_kind = 'category')
            and children.total < parents.value,
            false
        )
        and not exists (
            select 1
            from pairs
            where
                pairs.report_id = children.report_id
                and pairs.parent_line_no = children.parent_line_no
                and pairs.line_kind = children.line_kind
                and pairs.measure = children.measure
                and pairs.block_no = children.block_no
                and pairs.origin = children.origin
                and {{ beyond_rounding('parents.value - pairs.total', 'parents.value_half + pairs.total_half') }} = 0
        )
)

select
    report_id,
    false as is_lesser,
    about,
    {{ printed('compared') }} as actual,
    {{ plain_number('parts') }} as expected,
    value - parts as difference,
    {{ evidence('compared') }}
from compared
where origin = 'table' or position = 1
