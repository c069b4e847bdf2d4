-- A correction is of one document: what took its report's place since is as it was filed.
select
    corrections.correction_id,
    corrections.status,
    corrections.problem,
    corrections.document_id,
    corrections.report_id,
    case when versions.known_to is not null then versions.current_report_id end as replaced_by_report_id,
    corrections.report_no,
    corrections.figure,
    corrections.figure_field as field,
    corrections.figure_line_no as line_no,
    case when corrections.figure = 'indicator' then corrections.item_no end as indicator_no,
    corrections.block_no,
    corrections.row_no,
    corrections.col_no,
    corrections.expected,
    corrections.stands_now,
    corrections.value_text,
    corrections.value_unit_text,
    corrections.reason,
    corrections.corrected_on,
    corrections.source_file,
    corrections.source_line
from {{ ref('stg_corrections') }} as corrections
left join {{ ref('int_report_versions') }} as versions on corrections.report_id = versions.report_id
