-- The points for the execution rate are no more than weight × rate, over whatever legitimate base the report uses. Its
-- own criterion, a scheme in force and rounding to the printed digits may give more; a criterion that is not understood
-- is not judged by.
with all_stated as (
    select
        stated.*,
        max(case when stated.is_line_cell then 1 else 0 end) over (partition by stated.report_id) as has_cell
    from {{ ref('int_stated_rates') }} as stated
    inner join {{ ref('int_headlines') }} as headlines
        on stated.report_id = headlines.report_id and stated.line_no = headlines.line_no
    where stated.measure = 'execution_rate'
),

-- The rate that stands beside the money counts before what prose says.
stated as (
    select * from all_stated
    where is_line_cell or has_cell = 0
),

quotients as (
    select
        quotients.*,
        row_number() over (
            partition by quotients.report_id
            order by quotients.base_measure, quotients.quotient
        ) as quotient_no
    from {{ ref('int_line_quotients') }} as quotients
    inner join {{ ref('int_headlines') }} as headlines
        on quotients.report_id = headlines.report_id and quotients.line_no = headlines.line_no
    where quotients.rate_measure = 'execution_rate'
),

-- The bases that the report itself uses: those that give a rate which it states.
used as (
    select distinct
        quotients.report_id,
        quotients.quotient_no
    from quotients
    inner join stated on quotients.report_id = stated.report_id
    where
        {{ interval_gap('stated.rate', 'stated.value_half', 'quotients.quotient_low', 'quotients.quotient_high') }}
        < 1e-9
),

users as (
    select distinct report_id
    from used
),

computed as (
    select
        quotients.report_id,
        max(quotients.quotient) as rate,
        case
            when count(*) = count(quotients.quotient_high) then max(quotients.quotient_high)
            else cast(1 as double)
        end as greatest_rate
    from quotients
    left join users on quotients.report_id = users.report_id
    left join used on quotients.report_id = used.report_id and quotients.quotient_no = used.quotient_no
    where users.report_id is null or used.report_id is not null
    group by quotients.report_id
),

told as (
    select
        report_id,
        max(rate) as rate,
        max(rate + value_half) as greatest_rate
    from stated
    group by report_id
),

rates as (
    select * from computed
    union all
    select told.*
    from told
    left join computed on told.report_id = computed.report_id
    where computed.report_id is null
),

scored as (
    select
        indicators.*,
        cast(indicators.weight as double) as full_points,
        cast(indicators.score as double) as points,
        least(rates.rate, 1) as rate,
        least(rates.greatest_rate, 1) as greatest_rate,
        0.5 * power(10, -{{ printed_decimals(plain_number('indicators.score')) }}) as rounding,
        coalesce(cast(indicators.full_marks_rate as double) / 100, 1) as full_rate
    from {{ ref('int_indicators') }} as indicators
    inner join rates on indicators.report_id = rates.report_id
    where
        (indicators.is_execution_row or indicators.indicator_key = 'execution_rate')
        and indicators.weight > 0
        and indicators.score > 0
        and indicators.score <= indicators.weight
),

schemes as (
    select
        scored.report_id,
        scored.indicator_no,
        max(schemes.share) as share
    from scored
    inner join {{ ref('int_report_keys') }} as keys on scored.report_id = keys.report_id
    inner join {{ ref('int_region_ancestors') }} as divisions on keys.region_code = divisions.region_code
    inner join {{ ref('execution_score_schemes') }} as schemes
        on
            coalesce(divisions.ancestor_code = schemes.region_code, schemes.region_code is null)
            and keys.fiscal_year >= schemes.first_year
            and coalesce(keys.fiscal_year <= schemes.last_year, true)
            and scored.greatest_rate >= schemes.lower_rate - 1e-9
            and coalesce(scored.rate < schemes.upper_rate, true)
    group by scored.report_id, scored.indicator_no
),

with_schemes as (
    select
        scored.*,
        coalesce(schemes.share, 0) as scheme_share
    from scored
    left join schemes on scored.report_id = schemes.report_id and scored.indicator_no = schemes.indicator_no
),

allowed as (
    select
        *,
        full_points * rate as usual,
        greatest(
            full_points * greatest_rate,
            full_points * scheme_share,
            case
                when greatest_rate >= full_rate - 1e-9 then full_points
                when rate_step > 0
                    then
                        full_points
                        - floor((full_rate - greatest_rate) * 100 / cast(rate_step as double) + 1e-9)
                        * cast(rate_step_points as double)
                else 0
            end
        ) as most
    from with_schemes
)

select
    report_id,
    points - usual <= {{ threshold('execution_score') }} + 1e-9 as is_lesser,
    coalesce(level3, level2, level1) as about,
    {{ plain_number('score') }} as actual,
    {{ plain_number('usual') }} as expected,
    round(points - usual, 6) as difference,
    block_no,
    row_no,
    coalesce(score_col_no, col_no) as col_no,
    page_no,
    quote
from allowed
where
    points > most + rounding + 1e-9
    and not scoring_is_open
