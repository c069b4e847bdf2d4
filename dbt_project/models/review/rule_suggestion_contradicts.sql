-- Where suggestions are asked for, 无 does not stand beside a suggestion made elsewhere in the report, in so many words:
-- what the unit itself means to do is none.
with suggestions as (
    select
        *,
        row_number() over (partition by report_id order by issue_no) as position
    from {{ ref('stg_issues') }}
    where {{ regex_matches("concat_ws('。', text, quote)", '(?:^|[，。；：、])(?:为此|因此)?建议') }}
)

select
    places.report_id,
    false as is_lesser,
    suggestions.text as about,
    places.quote as actual,
    suggestions.text as expected,
    cast(null as double) as difference,
    {{ evidence('places') }}
from {{ ref('stg_issue_places') }} as places
inner join suggestions on places.report_id = suggestions.report_id and suggestions.position = 1
where places.kind = 'suggestion' and places.says_none and places.item_count = 0
