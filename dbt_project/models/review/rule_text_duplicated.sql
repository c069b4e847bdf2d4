-- Long passages are not word for word those of another unit's report, or of the same unit's report of the year
-- before. A passage that more units print than the lesser threshold is taken for the template's. One finding a
-- report, at the first such passage; reports whose unit cannot be told are left out.
with printed as (
    select
        passages.*,
        keys.organization_id,
        keys.fiscal_year
    from {{ ref('stg_passages') }} as passages
    inner join {{ ref('int_report_keys') }} as keys on passages.report_id = keys.report_id
    inner join {{ ref('int_report_identities') }} as identities on passages.report_id = identities.report_id
    where identities.is_named and passages.characters >= {{ threshold('text_duplicated') }}
),

by_unit as (
    select
        digest,
        organization_id,
        min(report_id) as report_id
    from printed
    group by digest, organization_id
),

by_digest as (
    select
        digest,
        min(organization_id) as first_unit,
        max(organization_id) as last_unit
    from by_unit
    group by digest
    having count(*) between 2 and {{ threshold('text_duplicated', 'lesser_threshold') }}
),

by_year as (
    select
        digest,
        organization_id,
        fiscal_year,
        min(report_id) as report_id
    from printed
    group by digest, organization_id, fiscal_year
),

shared as (
    select
        printed.*,
        coalesce(by_unit.report_id, by_year.report_id) as other_report_id
    from printed
    left join by_digest on printed.digest = by_digest.digest
    left join by_unit
        on
            by_digest.digest = by_unit.digest
            and case
                when printed.organization_id <> by_digest.first_unit then by_digest.first_unit
                else by_digest.last_unit
            end = by_unit.organization_id
    left join by_year
        on
            printed.digest = by_year.digest
            and printed.organization_id = by_year.organization_id
            and printed.fiscal_year = by_year.fiscal_year + 1
    where by_unit.report_id is not null or by_year.report_id is not null
),

ranked as (
    select
        *,
        row_number() over (partition by report_id order by passage_no) as position,
        count(*) over (partition by report_id) as passage_count,
        sum(characters) over (partition by report_id) as shared_characters
    from shared
)

select
    ranked.report_id,
    false as is_lesser,
    cast(ranked.passage_count as string) as about,
    substr(ranked.quote, 1, 20) || '…' as actual,
    concat_ws(' ', cast(reports.fiscal_year as string), reports.organization_name, reports.project_name) as expected,
    cast(null as double) as difference,
    {{ evidence('ranked') }}
from ranked
inner join {{ ref('stg_reports') }} as reports on ranked.other_report_id = reports.report_id
where ranked.position = 1
