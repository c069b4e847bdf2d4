-- What a ledger says of one project, or of a unit as a whole, in one month: the sums over its rows, of which a project
-- has one for each budget item. A rate is taken over only where it is the only one.
{%- set amounts = [
    'initial_budget', 'budget_adjustment', 'annual_budget', 'funds_received', 'executed_to_date', 'executed_in_month',
] %}
with figures as (
    select
        report_id,
        entry_no,
        month,
        {%- for amount in amounts %}
        max(case when measure = '{{ amount }}' then value end) as {{ amount }},
        {%- endfor %}
        {%- for amount in ['annual_budget', 'executed_to_date', 'executed_in_month'] %}
        max(case when measure = '{{ amount }}' then value_half end) as {{ amount }}_half,
        {%- endfor %}
        max(case when measure = 'execution_rate' then value end) as execution_rate
    from {{ ref('stg_ledger_figures') }}
    group by report_id, entry_no, month
),

entries as (
    select
        *,
        coalesce(project_id, organization_id) as subject_id
    from {{ ref('int_ledger_entries') }}
    where subject is not null
),

summed as (
    select
        entries.report_id,
        entries.subject,
        entries.subject_id,
        figures.month,
        min(entries.entry_no) as first_entry_no,
        count(*) as entry_count,
        {%- for amount in amounts %}
        {{ bounded_decimal('sum(figures.' ~ amount ~ ')', 20, 6) }} as {{ amount }}_wan,
        {%- endfor %}
        {%- for amount in ['annual_budget', 'executed_to_date', 'executed_in_month'] %}
        sum(figures.{{ amount }}_half) as {{ amount }}_half,
        {%- endfor %}
        case when count(*) = 1 then cast(max(figures.execution_rate) as double) end as reported_execution_rate
    from entries
    inner join figures on entries.report_id = figures.report_id and entries.entry_no = figures.entry_no
    group by entries.report_id, entries.subject, entries.subject_id, figures.month
),

based as (
    select
        summed.*,
        coalesce(
            annual_budget_wan, initial_budget_wan + budget_adjustment_wan, initial_budget_wan
        ) as budget_wan,
        case
            when annual_budget_wan is not null then 'annual'
            when initial_budget_wan is not null and budget_adjustment_wan is not null then 'adjusted'
            when initial_budget_wan is not null then 'initial'
        end as budget_basis
    from summed
)

select
    entries.report_id,
    entries.document_id,
    entries.subject,
    cast(year(based.month) as integer) as fiscal_year,
    entries.region_code,
    entries.organization_id,
    entries.department_id,
    entries.project_id,
    entries.is_synthetic,
    based.subject_id,
    entries.series,
    entries.organization_name,
    entries.project_name,
    entries.project_code,
    based.first_entry_no as entry_no,
    based.month,
    cast(based.entry_count as integer) as entry_count,
    based.initial_budget_wan,
    {{ bounded_decimal('based.budget_wan', 20, 6) }} as annual_budget_wan,
    based.budget_basis,
    based.funds_received_wan,
    based.executed_to_date_wan,
    based.executed_in_month_wan,
    based.annual_budget_half,
    based.executed_to_date_half,
    based.executed_in_month_half,
    based.reported_execution_rate,
    {{ evidence('entries') }}
from based
inner join entries on based.report_id = entries.report_id and based.first_entry_no = entries.entry_no
