{#- Column lists that many models share, in the contract's order. -#}

{%- macro report_keys(relation) -%}
{{ relation }}.report_id,
    {{ relation }}.document_id,
    {{ relation }}.subject,
    {{ relation }}.fiscal_year,
    {{ relation }}.region_code,
    {{ relation }}.organization_id,
    {{ relation }}.department_id,
    {{ relation }}.project_id,
    {{ relation }}.is_synthetic
{%- endmacro -%}

{%- macro evidence(relation) -%}
{{ relation }}.block_no,
    {{ relation }}.row_no,
    {{ relation }}.col_no,
    {{ relation }}.page_no,
    {{ relation }}.quote
{%- endmacro -%}
