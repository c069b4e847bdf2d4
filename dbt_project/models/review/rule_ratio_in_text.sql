-- A percentage in prose computes from the quantities beside it. Where words leave open which of several quantities
-- is the base, the one that fits best is taken. A rate of 100% claims all: where some are missing it is told even if
-- it rounds to 100%. A rate that was cut off instead of rounded is told as the lesser.
with quotients as (
    select
        *,
        cast(part as double) / cast(base as double) as quotient,
        {{ quotient_low('part', 'part_half', 'base', 'base_half') }} as least,
        {{ quotient_high('part', 'part_half', 'base', 'base_half') }} as greatest_quotient
    from {{ ref('stg_text_ratios') }}
    where base > 0
),

gaps as (
    select
        *,
        greatest(
            least - (rate + rate_half) - 1e-9,
            rate - rate_half - coalesce(greatest_quotient, rate) - 1e-9,
            cast(0 as double)
        ) as gap
    from quotients
),

ranked as (
    select
        *,
        row_number() over (partition by report_id, ratio_no order by gap, abs(quotient - rate), base) as position
    from gaps
)

select
    report_id,
    gap < {{ threshold('ratio_in_text', 'lesser_threshold') }}
    or (quotient > rate and quotient - rate < 2 * rate_half) as is_lesser,
    about,
    rate_text as actual,
    part_text || ' ÷ ' || base_text || ' = ' || {{ plain_number('quotient * 100') }} || '%' as expected,
    rate - quotient as difference,
    {{ evidence('ranked') }}
from ranked
where
    position = 1
    and (gap > 0 or (rate = 1 and part + part_half < base - base_half))
