-- Not every indicator of every project of a unit is at full marks in one year, the execution row left out. A report in
-- prose with the full total counts; one that gives no points says nothing. Told once, at the unit's first report.
with judged_indicators as (
    select
        report_id,
        sum(case when score >= weight then 0 else 1 end) as short_count
    from {{ ref('int_indicators') }}
    where dimension is distinct from 'execution' and weight > 0 and score is not null
    group by report_id
),

judged as (
    select
        keys.report_id,
        keys.organization_id,
        keys.fiscal_year,
        documents.received_at,
        keys.document_id,
        reports.report_no,
        case
            when identities.is_named and keys.fiscal_year is not null then 'unit'
            else keys.document_id
        end as known_by,
        scores.reported_total_score,
        case
            when judged_indicators.short_count is not null then judged_indicators.short_count = 0
            else scores.reported_total_score >= scores.full_mark
        end as is_full
    from {{ ref('int_report_keys') }} as keys
    inner join {{ ref('int_report_identities') }} as identities on keys.report_id = identities.report_id
    inner join {{ ref('stg_reports') }} as reports on keys.report_id = reports.report_id
    inner join {{ ref('stg_documents') }} as documents on keys.document_id = documents.document_id
    inner join {{ ref('int_report_scores') }} as scores on keys.report_id = scores.report_id
    left join judged_indicators on keys.report_id = judged_indicators.report_id
    where
        keys.subject = 'project'
        and coalesce(cast(judged_indicators.short_count as decimal(9, 0)), scores.reported_total_score) is not null
),

ranked as (
    select
        *,
        row_number() over (
            partition by organization_id, fiscal_year, known_by
            order by received_at, document_id, report_no
        ) as position,
        count(*) over (partition by organization_id, fiscal_year, known_by) as report_count,
        sum(case when is_full then 0 else 1 end) over (
            partition by organization_id, fiscal_year, known_by
        ) as short_count
    from judged
)

select
    ranked.report_id,
    false as is_lesser,
    '全部指标' as about,
    {{ plain_number('ranked.reported_total_score') }} as actual,
    cast(ranked.report_count as string) as expected,
    cast(null as double) as difference,
    {{ evidence('places') }}
from ranked
inner join {{ ref('int_total_places') }} as places on ranked.report_id = places.report_id and places.total = 'score'
where ranked.position = 1 and ranked.short_count = 0
