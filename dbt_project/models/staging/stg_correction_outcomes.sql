-- Each correction with the one figure that it names, what the source has there now, and what keeps it from applying.
with corrections as (
    select * from {{ source('raw', 'corrections') }}
),

candidates as (
    select
        corrections.correction_id,
        figures.report_id,
        figures.figure,
        figures.item_no,
        figures.field,
        figures.line_no,
        figures.text_with_unit,
        {{ bare_text('corrections.expected') }} in (
            {{ bare_text('figures.text') }}, {{ bare_text('figures.text_with_unit') }}
        ) as is_expected,
        corrections.value_unit is not null
        and figures.unit is not null
        and {{ unit_family('corrections.value_unit') }} <> {{ unit_family('figures.unit') }} as has_other_unit
    from corrections
    inner join {{ ref('stg_correctable_figures') }} as figures
        on
            corrections.document_id = figures.document_id
            and corrections.report_no = figures.report_no
            and coalesce(corrections.block_no = figures.block_no, corrections.block_no is null)
            and coalesce(corrections.row_no = figures.row_no, corrections.row_no is null)
            and coalesce(corrections.col_no = figures.col_no, corrections.col_no is null)
            and (corrections.kind not in ('indicator', 'report') or corrections.kind = figures.figure)
            and (corrections.kind <> 'measure' or corrections.line_no is null or figures.is_line_cell)
            and (corrections.measure is null or (figures.figure = 'amount' and corrections.measure = figures.field))
            and coalesce(corrections.line_no = figures.line_no, corrections.line_no is null)
            and coalesce(corrections.indicator_no = figures.item_no, corrections.indicator_no is null)
            and coalesce(corrections.field = figures.field, corrections.field is null)
),

summed as (
    select
        correction_id,
        {{ join_distinct('text_with_unit') }} as stands_now,
        sum(case when is_expected then 1 else 0 end) as expected_count
    from candidates
    group by correction_id
),

named as (
    select
        corrections.*,
        summed.stands_now,
        summed.expected_count,
        figures.report_id,
        figures.figure,
        figures.item_no,
        figures.field as figure_field,
        figures.line_no as figure_line_no,
        figures.has_other_unit
    from corrections
    left join summed on corrections.correction_id = summed.correction_id
    left join candidates as figures
        on
            summed.correction_id = figures.correction_id
            and summed.expected_count = 1
            and figures.is_expected
),

rivals as (
    select
        report_id,
        figure,
        item_no,
        figure_field,
        count(*) as accepted_count
    from named
    where status = 'accepted' and report_id is not null
    group by report_id, figure, item_no, figure_field
),

judged as (
    select
        named.*,
        case
            when named.document_id is null then 'document_not_loaded'
            when named.expected_count is null then 'nothing_there'
            when named.expected_count = 0 then 'other_text'
            when named.expected_count > 1 then 'several_figures'
            when named.has_other_unit then 'other_unit'
            when named.status = 'accepted' and rivals.accepted_count > 1 then 'corrected_twice'
        end as problem
    from named
    left join rivals
        on
            named.report_id = rivals.report_id
            and named.figure = rivals.figure
            and named.item_no = rivals.item_no
            and named.figure_field = rivals.figure_field
)

select
    correction_id,
    document_id,
    report_no,
    block_no,
    row_no,
    col_no,
    expected,
    value_text,
    value_number,
    value_decimals,
    value_unit,
    value_unit_text,
    value_date,
    value_grade,
    reason,
    corrected_on,
    source_file,
    source_line,
    report_id,
    figure,
    item_no,
    figure_field,
    figure_line_no,
    stands_now,
    problem,
    case
        when status <> 'accepted' then status
        when problem is null then 'applied'
        else 'stale'
    end as status
from judged
