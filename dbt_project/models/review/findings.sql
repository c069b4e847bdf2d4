-- The union of all rules, one model each, under two names: finding_id is the place in this document, fault_id is the
-- same in every version of the report, whatever its figures.
{{ config(materialized='table') }}
{% set rule_models = [
    'rule_all_full_marks',
    'rule_amount_order',
    'rule_amount_sum',
    'rule_amount_text_table',
    'rule_arrival_full_marks',
    'rule_attachment_missing',
    'rule_completion_copied',
    'rule_criterion_step',
    'rule_department_coverage',
    'rule_executed_missing',
    'rule_execution_score',
    'rule_field_blank',
    'rule_foreign_text',
    'rule_full_marks_low_execution',
    'rule_grade_band',
    'rule_grade_missing',
    'rule_grade_term',
    'rule_indicator_duplicate',
    'rule_indicator_name_empty',
    'rule_indicator_unquantified',
    'rule_ledger_report_amount',
    'rule_level_sum',
    'rule_name_conflict',
    'rule_operator_violated',
    'rule_problem_list_empty',
    'rule_rate_amounts',
    'rule_rate_conflict',
    'rule_ratio_in_text',
    'rule_reason_missing',
    'rule_report_twice',
    'rule_row_shifted',
    'rule_score_over_weight',
    'rule_score_sum',
    'rule_score_text_table',
    'rule_suggestion_contradicts',
    'rule_target_too_low',
    'rule_target_unmet_in_text',
    'rule_target_year',
    'rule_template_leftover',
    'rule_text_duplicated',
    'rule_unit_missing',
    'rule_weight_sum',
    'rule_year_conflict',
] %}
with findings as ( -- noqa: disable=LT02
{%- for rule_model in rule_models %}
    select
        '{{ rule_model[5:] }}' as rule_id,
        report_id,
        is_lesser,
        about,
        {{ regex_remove('about', '[0-9.,%]+') }} as about_words,
        actual,
        expected,
        round(cast(difference as double), 10) as difference,
        block_no,
        row_no,
        col_no,
        page_no,
        quote
    from {{ ref(rule_model) }}
    {{ 'union all' if not loop.last }}
{%- endfor %}
) -- noqa: enable=LT02

select
    findings.*,
    md5(concat_ws(
        '|', findings.report_id, findings.rule_id, coalesce(findings.block_no, 0), coalesce(findings.row_no, 0),
        coalesce(findings.col_no, 0), coalesce(findings.about, ''), coalesce(findings.actual, ''),
        row_number() over (
            partition by
                findings.report_id, findings.rule_id, findings.block_no, findings.row_no, findings.col_no,
                findings.about, findings.actual
            order by findings.expected, findings.difference, findings.quote
        )
    )) as finding_id,
    md5(concat_ws(
        '|', versions.chain_id, findings.rule_id, coalesce(findings.about_words, ''),
        row_number() over (
            partition by findings.report_id, findings.rule_id, findings.about_words
            order by findings.block_no, findings.row_no, findings.col_no, findings.actual, findings.expected
        )
    )) as fault_id
from findings
inner join {{ ref('int_report_versions') }} as versions on findings.report_id = versions.report_id
