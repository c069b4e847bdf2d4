-- The union of all rules on monthly ledgers, with the place of the figure that each points at. finding_id is the place
-- in this document, fault_id the same in every version of the ledger, whatever its figures.
{{ config(materialized='table') }}
{% set rule_models = [
    'rule_ledger_conflict',
    'rule_ledger_decrease',
    'rule_ledger_in_month',
    'rule_ledger_negative',
    'rule_ledger_over_budget',
    'rule_ledger_rate',
    'rule_ledger_total',
    'rule_ledger_unknown_unit',
] %}
with told as ( -- noqa: disable=LT02
{%- for rule_model in rule_models %}
    select
        '{{ rule_model[5:] }}' as rule_id,
        report_id,
        entry_no,
        month,
        measure,
        is_lesser,
        actual_wan,
        expected,
        round(cast(difference as double), 10) as difference
    from {{ ref(rule_model) }}
    {{ 'union all' if not loop.last }}
{%- endfor %}
), -- noqa: enable=LT02

placed as (
    select
        told.*,
        entries.document_id,
        coalesce(entries.subject, 'department') as subject,
        cast(year(told.month) as integer) as fiscal_year,
        entries.region_code,
        entries.organization_id,
        entries.department_id,
        entries.project_id,
        entries.is_synthetic,
        entries.series,
        case
            when entries.subject is null then '合计'
            else coalesce(entries.project_name, entries.organization_name, '')
        end
        || ' ' || {{ month_text('told.month') }}
        || case told.measure
            when 'executed_to_date' then ' 累计支出'
            when 'executed_in_month' then ' 当月支出'
            when 'annual_budget' then ' 全年预算'
            when 'initial_budget' then ' 年初预算'
            when 'execution_rate' then ' 支出进度'
            else ''
        end as about,
        coalesce(figures.block_no, entries.block_no) as block_no,
        case when figures.report_id is null then entries.row_no else figures.row_no end as row_no,
        case when figures.report_id is null then entries.col_no else figures.col_no end as col_no,
        case when figures.report_id is null then entries.page_no else figures.page_no end as page_no,
        coalesce(figures.quote, entries.quote) as quote,
        {{ printed('figures') }} as printed_text,
        figures.value as printed_value,
        case
            when figures.unit_text is not null or told.actual_wan <> figures.value then ''
            when figures.unit = 'yuan' then '（元）'
            when figures.unit = 'yi' then '（亿元）'
            else ''
        end as heading_unit
    from told
    inner join {{ ref('int_ledger_entries') }} as entries
        on told.report_id = entries.report_id and told.entry_no = entries.entry_no
    left join {{ ref('stg_ledger_figures') }} as figures
        on
            told.report_id = figures.report_id
            and told.entry_no = figures.entry_no
            and told.month = figures.month
            and told.measure = figures.measure
)

-- A project of several rows is spoken of by their sum, at the first of them.
select
    rule_id,
    report_id,
    document_id,
    subject,
    fiscal_year,
    region_code,
    organization_id,
    department_id,
    project_id,
    is_synthetic,
    -- A unit that no roster names is told once for the whole ledger, whatever its months.
    case when measure <> 'unit' then month end as ledger_month,
    is_lesser,
    about || heading_unit as about,
    case when actual_wan <> printed_value then {{ plain_number('actual_wan') }} else printed_text end as actual,
    expected,
    difference,
    block_no,
    row_no,
    col_no,
    page_no,
    quote,
    md5(concat_ws(
        '|', report_id, rule_id, coalesce(block_no, 0), coalesce(row_no, 0), coalesce(col_no, 0), about,
        row_number() over (
            partition by report_id, rule_id, block_no, row_no, col_no, about order by expected, difference
        )
    )) as finding_id,
    md5(concat_ws(
        '|', series, organization_id, coalesce(project_id, ''), rule_id, about,
        row_number() over (
            partition by report_id, organization_id, project_id, rule_id, about
            order by block_no, row_no, col_no, expected
        )
    )) as fault_id
from placed
