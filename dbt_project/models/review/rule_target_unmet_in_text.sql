-- What the goal counts is not contradicted by what the completion counts, where the output has full marks. Only the
-- same thing in the same unit is compared: what the completion says of it, taken together, against the least that
-- the goal says. A quantity that does not name its thing is compared where it is the only one in its unit on both
-- sides.
with full_marks as (
    select report_id
    from {{ ref('int_indicators') }}
    where dimension = 'output' and weight > 0
    group by report_id
    having sum(case when score >= weight then 0 else 1 end) = 0
    union distinct
    select report_id
    from {{ ref('int_report_scores') }}
    where computed_total_score is null and reported_total_score >= full_mark
),

quantities as (
    select
        quantities.*,
        count(*) over (partition by quantities.report_id, quantities.side, quantities.unit) as in_unit
    from {{ ref('stg_goal_quantities') }} as quantities
    inner join {{ ref('int_report_keys') }} as keys on quantities.report_id = keys.report_id
    inner join full_marks on quantities.report_id = full_marks.report_id
    where quantities.year is null or keys.fiscal_year is null or quantities.year = keys.fiscal_year
),

pairs as (
    select
        done.*,
        goals.quantity_no as goal_no,
        goals.number as goal_number,
        goals.value_text as goal_text,
        coalesce(goals.noun, done.noun, goals.unit) as about,
        sum(done.number) over (partition by done.report_id, goals.quantity_no) as total,
        row_number() over (
            partition by done.report_id, goals.quantity_no
            order by done.number desc, done.quantity_no asc
        ) as position
    from quantities as goals
    inner join quantities as done
        on
            goals.report_id = done.report_id
            and goals.unit = done.unit
            and (
                goals.noun = done.noun
                or ((goals.noun is null or done.noun is null) and goals.in_unit = 1 and done.in_unit = 1)
            )
    where goals.side = 'goal' and done.side = 'completion'
),

least_goals as (
    select
        *,
        row_number() over (partition by report_id, about, unit order by goal_number, goal_no) as goal_position
    from pairs
    where position = 1
)

select
    report_id,
    false as is_lesser,
    about,
    value_text as actual,
    goal_text as expected,
    cast(total - goal_number as double) as difference,
    {{ evidence('least_goals') }}
from least_goals
where goal_position = 1 and total < goal_number
