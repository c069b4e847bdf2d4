-- The values of each version beside those of the version before it, where they differ.
with pairs as (
    select
        report_id,
        previous_report_id
    from {{ ref('int_report_versions') }}
    where previous_report_id is not null
),

before as (
    select
        pairs.report_id,
        version_values.kind_no,
        version_values.kind,
        version_values.item,
        version_values.item_no,
        version_values.occurrence,
        version_values.field_no,
        version_values.field,
        version_values.value as value_before,
        cast(null as string) as value_after
    from pairs
    inner join {{ ref('int_version_values') }} as version_values
        on pairs.previous_report_id = version_values.report_id
),

after as (
    select
        pairs.report_id,
        version_values.kind_no,
        version_values.kind,
        version_values.item,
        version_values.item_no,
        version_values.occurrence,
        version_values.field_no,
        version_values.field,
        cast(null as string) as value_before,
        version_values.value as value_after
    from pairs
    inner join {{ ref('int_version_values') }} as version_values on pairs.report_id = version_values.report_id
),

both_sides as (
    select * from before
    union all
    select * from after
),

compared as (
    select
        report_id,
        kind_no,
        kind,
        item,
        occurrence,
        field_no,
        field,
        coalesce(max(case when value_after is not null then item_no end), max(item_no)) as item_no,
        max(value_before) as value_before,
        max(value_after) as value_after
    from both_sides
    group by report_id, kind_no, kind, item, occurrence, field_no, field
)

select
    {{ report_keys('evaluations') }},
    pairs.previous_report_id,
    cast(
        row_number() over (
            partition by compared.report_id
            order by compared.kind_no, compared.item_no, compared.item, compared.occurrence, compared.field_no
        ) as integer
    ) as change_no,
    compared.kind,
    compared.item,
    compared.field,
    compared.value_before,
    compared.value_after
from compared
inner join pairs on compared.report_id = pairs.report_id
inner join {{ ref('int_evaluations') }} as evaluations on compared.report_id = evaluations.report_id
where compared.value_before is distinct from compared.value_after
