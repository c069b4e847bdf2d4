-- The names of a report, of a ledger's unit (by its unit_id) or of a line of the roster that may tell its division,
-- folded, in the order in which they are asked.
with reports as (
    select * from {{ ref('stg_reports') }}
),

roster as (
    select * from {{ ref('stg_roster') }}
),

ledger_units as (
    select * from {{ ref('int_ledger_units') }}
),

names as (
    select
        report_id,
        document_id,
        'organization' as role,
        1 as role_rank,
        organization_name as printed_name
    from reports
    union all
    select
        report_id,
        document_id,
        'department' as role,
        2 as role_rank,
        department_name as printed_name
    from reports
    union all
    select
        report_id,
        document_id,
        'title' as role,
        3 as role_rank,
        title as printed_name
    from reports
    union all
    select
        report_id,
        document_id,
        'region' as role,
        4 as role_rank,
        region_text as printed_name
    from reports
    union all
    select
        entry_id as report_id,
        'roster' as document_id,
        'organization' as role,
        1 as role_rank,
        organization_name as printed_name
    from roster
    union all
    select
        entry_id as report_id,
        'roster' as document_id,
        'region' as role,
        2 as role_rank,
        region_text as printed_name
    from roster
    union all
    select
        entry_id as report_id,
        'roster' as document_id,
        'department' as role,
        3 as role_rank,
        department_name as printed_name
    from roster
    union all
    select
        unit_id as report_id,
        document_id,
        'organization' as role,
        1 as role_rank,
        organization_name as printed_name
    from ledger_units
    union all
    select
        unit_id as report_id,
        document_id,
        'region' as role,
        2 as role_rank,
        region_text as printed_name
    from ledger_units
    union all
    select
        unit_id as report_id,
        document_id,
        'department' as role,
        3 as role_rank,
        department_name as printed_name
    from ledger_units
    union all
    select
        unit_id as report_id,
        document_id,
        'title' as role,
        4 as role_rank,
        title as printed_name
    from ledger_units
    union all
    select
        unit_id as report_id,
        document_id,
        'issuer' as role,
        5 as role_rank,
        issuer_name as printed_name
    from ledger_units
),

folded as (
    select
        report_id,
        document_id,
        role,
        role_rank,
        printed_name,
        {{ normalise_name('printed_name') }} as full_name
    from names
    where printed_name is not null
)

select
    report_id,
    document_id,
    role,
    role_rank,
    printed_name,
    full_name,
    {{ without_lead_in('full_name') }} as bare_name
from folded
where full_name <> ''
