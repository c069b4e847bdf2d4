-- What counts now of a project, or of a unit as a whole, in a month. A ledger that gives only what was spent up to a
-- month says what was spent in it beside the month before, and the other way round where all months of the year are
-- there.
with current_versions as (
    select
        *,
        cast(month(month) as integer) as month_no,
        lag(month) over (partition by subject, subject_id, fiscal_year order by month) as month_before,
        lag(executed_to_date_wan) over (partition by subject, subject_id, fiscal_year order by month) as before_wan,
        lag(executed_to_date_half) over (partition by subject, subject_id, fiscal_year order by month) as before_half,
        sum(executed_in_month_wan) over (partition by subject, subject_id, fiscal_year order by month) as summed_wan,
        count(executed_in_month_wan) over (partition by subject, subject_id, fiscal_year order by month) as summed_count
    from {{ ref('int_ledger_versions') }}
    where known_to is null and rank_no = 1
),

completed as (
    select
        *,
        coalesce(
            executed_to_date_wan, case when summed_count = month_no then summed_wan end
        ) as to_date_wan,
        case
            when executed_to_date_wan is not null then 'printed'
            when summed_count = month_no then 'summed'
        end as executed_to_date_basis,
        coalesce(
            executed_in_month_wan,
            case
                when month_no = 1 then executed_to_date_wan
                when month_before = month - interval 1 month then executed_to_date_wan - before_wan
            end
        ) as in_month_wan,
        case
            when executed_in_month_wan is not null then 'printed'
            when month_no = 1 and executed_to_date_wan is not null then 'difference'
            when month_before = month - interval 1 month and executed_to_date_wan - before_wan is not null
                then 'difference'
        end as executed_in_month_basis
    from current_versions
),

rated as (
    select
        *,
        coalesce(
            {{ safe_rate('to_date_wan', 'annual_budget_wan') }}, reported_execution_rate
        ) as execution_rate_to_date,
        case
            when to_date_wan is not null and annual_budget_wan <> 0 then 'computed'
            when reported_execution_rate is not null then 'reported'
        end as execution_rate_basis,
        cast(month_no as double) / 12 as time_progress_rate
    from completed
)

select
    rated.report_id,
    rated.document_id,
    rated.subject,
    rated.fiscal_year,
    rated.region_code,
    rated.organization_id,
    rated.department_id,
    rated.project_id,
    rated.is_synthetic,
    rated.subject_id,
    rated.series,
    rated.month,
    rated.organization_name,
    rated.project_name,
    rated.project_code,
    rated.entry_no,
    rated.entry_count,
    rated.annual_budget_wan,
    rated.budget_basis,
    {{ bounded_decimal('rated.to_date_wan', 20, 6) }} as executed_to_date_wan,
    rated.executed_to_date_basis,
    {{ bounded_decimal('rated.in_month_wan', 20, 6) }} as executed_in_month_wan,
    rated.executed_in_month_basis,
    rated.annual_budget_half,
    rated.executed_to_date_half,
    rated.executed_in_month_half,
    rated.month_before,
    rated.before_wan,
    rated.before_half,
    rated.execution_rate_to_date,
    rated.execution_rate_basis,
    rated.reported_execution_rate,
    rated.time_progress_rate,
    rated.execution_rate_to_date - rated.time_progress_rate as progress_gap,
    {{ evidence('rated') }}
from rated
