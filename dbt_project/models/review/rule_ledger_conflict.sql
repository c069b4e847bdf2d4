-- Two ledgers that came together say the same of a project's month, or of a unit's. What came later than the threshold
-- (hours) is a correction; a file that was replaced says nothing any more.
with standing as (
    select
        versions.*,
        documents.received_at
    from {{ ref('int_ledger_versions') }} as versions
    inner join {{ ref('stg_documents') }} as documents on versions.document_id = documents.document_id
    inner join {{ ref('int_document_stands') }} as stands
        on versions.document_id = stands.document_id and stands.stood_to is null
),

conflicts as (
    select
        counting.report_id,
        counting.entry_no,
        counting.month,
        case
            when
                {{ beyond_rounding(
                    'counting.executed_to_date_wan - others.executed_to_date_wan',
                    'counting.executed_to_date_half + others.executed_to_date_half'
                ) }} > 0 then 'executed_to_date'
            when
                {{ beyond_rounding(
                    'counting.executed_in_month_wan - others.executed_in_month_wan',
                    'counting.executed_in_month_half + others.executed_in_month_half'
                ) }} > 0 then 'executed_in_month'
            when
                {{ beyond_rounding(
                    'counting.annual_budget_wan - others.annual_budget_wan',
                    'counting.annual_budget_half + others.annual_budget_half'
                ) }} > 0 then 'annual_budget'
        end as measure,
        counting.executed_to_date_wan,
        counting.executed_in_month_wan,
        counting.annual_budget_wan,
        others.executed_to_date_wan as other_to_date_wan,
        others.executed_in_month_wan as other_in_month_wan,
        others.annual_budget_wan as other_budget_wan,
        row_number() over (
            partition by counting.report_id, counting.subject, counting.subject_id, counting.month
            order by others.report_id
        ) as position
    from standing as counting
    inner join standing as others
        on
            counting.subject = others.subject
            and counting.subject_id = others.subject_id
            and counting.month = others.month
            and counting.report_id <> others.report_id
    where
        counting.known_to is null
        and counting.rank_no = 1
        and abs({{ minutes_between('counting.received_at', 'others.received_at') }})
        <= 60 * {{ threshold('ledger_conflict') }}
),

said as (
    select
        *,
        case measure
            when 'executed_to_date' then executed_to_date_wan
            when 'executed_in_month' then executed_in_month_wan
            else annual_budget_wan
        end as actual_wan,
        case measure
            when 'executed_to_date' then other_to_date_wan
            when 'executed_in_month' then other_in_month_wan
            else other_budget_wan
        end as expected_wan
    from conflicts
    where measure is not null
)

select
    report_id,
    entry_no,
    month,
    measure,
    false as is_lesser,
    actual_wan,
    {{ plain_number('expected_wan') }} as expected,
    cast(actual_wan - expected_wan as double) as difference
from said
where position = 1
