-- No report counts twice. Another document holds one of the same project (or title), year, form and kind with the same
-- headline figures, and no unit tells them apart; nothing says whether one replaces the other. Told at the later one.
-- Reports of two units that are known are two, and one that names unit, project and year replaces its earlier version.
with names as (
    select
        document_id,
        min(source_name) as source_name
    from {{ ref('stg_document_names') }}
    group by document_id
),

places as (
    select
        *,
        row_number() over (
            partition by report_id order by case field when 'title' then 0 else 1 end, block_no, row_no, col_no
        ) as position
    from {{ ref('stg_report_fields') }}
    where field in ('title', 'project_name')
),

filed as (
    select
        keys.report_id,
        keys.document_id,
        keys.region_code,
        keys.organization_id,
        documents.received_at,
        coalesce(reports.project_name, reports.title) as name,
        scores.reported_total_score,
        headlines.budget_wan,
        concat_ws(
            '|',
            keys.subject, reports.form, reports.evaluation_kind, coalesce(cast(keys.fiscal_year as string), ''),
            {{ project_stem('coalesce(reports.project_name, reports.title)') }},
            coalesce(cast(headlines.budget_wan as string), ''), coalesce(cast(headlines.executed_wan as string), ''),
            coalesce(cast(scores.reported_total_score as string), '')
        ) as likeness
    from {{ ref('int_report_keys') }} as keys
    inner join {{ ref('stg_reports') }} as reports on keys.report_id = reports.report_id
    inner join {{ ref('stg_documents') }} as documents on keys.document_id = documents.document_id
    inner join {{ ref('int_report_scores') }} as scores on keys.report_id = scores.report_id
    left join {{ ref('int_headlines') }} as headlines on keys.report_id = headlines.report_id
    where
        coalesce(reports.project_name, reports.title) is not null
        and coalesce(headlines.budget_wan, scores.reported_total_score) is not null
),

alike as (
    select
        later.*,
        names.source_name as earlier_name,
        row_number() over (
            partition by later.report_id order by earlier.received_at, earlier.report_id
        ) as position
    from filed as later
    inner join filed as earlier
        on
            later.likeness = earlier.likeness
            and later.document_id <> earlier.document_id
            and (
                later.received_at > earlier.received_at
                or (later.received_at = earlier.received_at and later.report_id > earlier.report_id)
            )
    inner join names on earlier.document_id = names.document_id
    where
        (
            later.organization_id = earlier.organization_id
            or not ({{ is_named_unit('later.organization_id') }})
            or not ({{ is_named_unit('earlier.organization_id') }})
        )
        and (
            later.region_code = earlier.region_code
            or later.region_code = 'unknown'
            or earlier.region_code = 'unknown'
        )
)

select
    alike.report_id,
    false as is_lesser,
    alike.name as about,
    coalesce({{ plain_number('alike.budget_wan') }}, {{ plain_number('alike.reported_total_score') }}) as actual,
    alike.earlier_name as expected,
    cast(null as double) as difference,
    {{ evidence('places') }}
from alike
left join places on alike.report_id = places.report_id and places.position = 1
where alike.position = 1
