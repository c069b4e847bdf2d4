-- No indicator with the same level 2 and name stands twice in one table: the parts of one report may both list its
-- indicators. Names that are only a mark, as templates have them, are names of nothing; a name that is merged over
-- several rows stands in the first of them only.
with named as (
    select
        *,
        {{ normalise_name('level3') }} as name,
        {{ normalise_name('coalesce(quote, level3)') }} as printed,
        {{ normalise_name("coalesce(level2, level1, '')") }} as heading
    from {{ ref('int_indicators') }}
    where not is_execution_row
),

counted as (
    select
        *,
        row_number() over (partition by report_id, block_no, heading, name order by indicator_no) as occurrence
    from named
    where
        {{ regex_matches('name', '[A-Za-z一-龥]') }}
        and printed like '%' || name || '%'
)

select
    report_id,
    false as is_lesser,
    level3 as about,
    level3 as actual,
    cast(null as string) as expected,
    cast(null as double) as difference,
    {{ evidence('counted') }}
from counted
where occurrence > 1
