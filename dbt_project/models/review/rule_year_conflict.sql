-- The titles, the tables and the dates of the money agree on the fiscal year.
with reports as (
    select * from {{ ref('stg_reports') }}
),

fields as (
    select
        report_id,
        'title_year' as field,
        title_year as year
    from reports
    union
    select
        report_id,
        'money_year' as field,
        money_year as year
    from reports
    union
    select
        report_id,
        'table_year' as field,
        table_year as year
    from reports
),

places as (
    select
        *,
        cast({{ regex_extract('value_text', '((?:19|20)[0-9]{2})') }} as integer) as year
    from {{ ref('stg_report_fields') }}
    where field in ('title_year', 'money_year', 'table_year')
),

first_places as (
    select
        *,
        row_number() over (partition by report_id, field, year order by block_no, row_no, col_no) as position
    from places
),

stated as (
    select
        report_id,
        field,
        year
    from fields
    where year is not null
    union
    select
        report_id,
        field,
        year
    from places
    where year is not null
)

select
    stated.report_id,
    false as is_lesser,
    case stated.field when 'title_year' then '标题' when 'money_year' then '资金' else '表格' end as about,
    cast(stated.year as string) as actual,
    cast(reports.fiscal_year as string) as expected,
    stated.year - reports.fiscal_year as difference,
    {{ evidence('first_places') }}
from stated
inner join reports on stated.report_id = reports.report_id
left join first_places
    on
        stated.report_id = first_places.report_id
        and stated.field = first_places.field
        and stated.year = first_places.year
        and first_places.position = 1
where stated.year <> reports.fiscal_year
