-- A department's project total equals the sum over its projects' own reports, in the same document or year. What was
-- spent is compared only where every project says what it spent.
with lines as (
    select
        lines.*,
        keys.document_id,
        keys.subject,
        keys.organization_id,
        keys.department_id,
        keys.fiscal_year,
        coalesce(counting.counts_in_totals, false) as counts_in_totals
    from {{ ref('int_funding_lines') }} as lines
    inner join {{ ref('int_report_keys') }} as keys on lines.report_id = keys.report_id
    inner join {{ ref('int_counting') }} as counting on lines.report_id = counting.report_id
),

department_lines as (
    select
        report_id,
        document_id,
        organization_id,
        fiscal_year,
        min(line_no) as line_no
    from lines
    where subject = 'department' and line_kind = 'category' and expenditure_category = 'project'
    group by report_id, document_id, organization_id, fiscal_year
),

project_lines as (
    select * from lines
    where subject = 'project' and is_headline and counts_in_totals
),

covered as (
    select
        department_lines.report_id as department_report_id,
        project_lines.report_id,
        project_lines.line_no
    from department_lines
    inner join project_lines
        on
            department_lines.document_id = project_lines.document_id
            and department_lines.fiscal_year = project_lines.fiscal_year
    union
    select
        department_lines.report_id as department_report_id,
        project_lines.report_id,
        project_lines.line_no
    from department_lines
    inner join project_lines
        on
            department_lines.organization_id = project_lines.department_id
            and department_lines.fiscal_year = project_lines.fiscal_year
            and {{ is_named_unit('department_lines.organization_id') }}
),

cells as (
    select
        amounts.*,
        case amounts.measure when 'executed' then 'executed' else 'budget' end as figure,
        row_number() over (
            partition by
                amounts.report_id,
                amounts.line_no,
                case amounts.measure when 'executed' then 'executed' else 'budget' end
            order by amounts.amount_no
        ) as position
    from {{ ref('stg_amounts') }} as amounts
    inner join lines on amounts.report_id = lines.report_id and amounts.line_no = lines.line_no
    where
        amounts.is_line_cell
        and (
            amounts.measure = 'executed'
            or (amounts.measure = 'annual_budget' and lines.budget_basis = 'annual')
            or (amounts.measure = 'initial_budget' and lines.budget_basis in ('initial', 'adjusted'))
            or (amounts.measure = 'budget_adjustment' and lines.budget_basis = 'adjusted')
            or (amounts.measure = 'appropriated' and lines.budget_basis = 'appropriated')
        )
),

figures as (
    select
        report_id,
        line_no,
        figure,
        sum(value) as value,
        sum(value_half) as value_half
    from cells
    group by report_id, line_no, figure
),

project_counts as (
    select
        department_report_id,
        count(*) as project_count
    from covered
    group by department_report_id
),

projects as (
    select
        covered.department_report_id as report_id,
        figures.figure,
        count(*) as project_count,
        sum(figures.value) as total,
        sum(figures.value_half) as total_half
    from covered
    inner join figures on covered.report_id = figures.report_id and covered.line_no = figures.line_no
    group by covered.department_report_id, figures.figure
)

select
    department_lines.report_id,
    false as is_lesser,
    cells.about,
    {{ printed('cells') }} as actual,
    {{ plain_number('projects.total') }} as expected,
    figures.value - projects.total as difference,
    {{ evidence('cells') }}
from department_lines
inner join figures
    on department_lines.report_id = figures.report_id and department_lines.line_no = figures.line_no
inner join cells
    on
        figures.report_id = cells.report_id
        and figures.line_no = cells.line_no
        and figures.figure = cells.figure
        and cells.position = 1
inner join projects on figures.report_id = projects.report_id and figures.figure = projects.figure
inner join project_counts on department_lines.report_id = project_counts.department_report_id
where
    (figures.figure = 'budget' or projects.project_count = project_counts.project_count)
    and {{ beyond_rounding('figures.value - projects.total', 'figures.value_half + projects.total_half') }} > 0
